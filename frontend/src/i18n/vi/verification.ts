// Vietnamese: checking receipts and proofs.
export const verification = {
  'verify.title': 'Kiểm tra biên nhận',
  'verify.lede':
    'Chọn tệp biên nhận hoặc chứng thực bản ghi (.tlog-proof) đã tải về. Việc kiểm tra làm ngay trong trình duyệt này; tệp không được gửi đi đâu.',
  'verify.file': 'Tệp cần kiểm tra',
  'verify.key': 'Khóa công khai của sổ cái',
  'verify.keyMeans':
    'Khóa điền sẵn là khóa mà trang này đưa ra. Muốn chắc chắn, hãy dùng khóa in trong quyết định thành lập cuộc thi hoặc trên báo.',
  'verify.keyWrong': 'Khóa này không đúng dạng (tên+mã+khóa).',
  'verify.check': 'Kiểm tra',
  'verify.holds': 'Khớp. Chưa kiểm tra ai đã ký.',
  'verify.holdsSigned': 'Khớp, và do đúng khóa trên ký.',
  'verify.inLog': 'Sổ cái hiện nay vẫn có đúng bản ghi này.',
  'verify.notInLog':
    'SAI: sổ cái hiện nay không còn bản ghi này ở chỗ cũ. Sổ đã bị viết lại, hoặc lấy lại từ bản sao lưu cũ hơn.',
  'verify.noProof':
    'Biên nhận chưa kèm chứng thực của sổ cái. Hãy tải lại biên nhận sau khi sổ công khai mốc tiếp theo (mỗi sáu giờ).',
  'verify.contest': 'Cuộc thi',
  'verify.record': 'Bản ghi trong sổ cái',
  'verify.recordSays': '{log}: bản ghi số {index} ({kind}), ghi lúc {time}, nằm trong mốc {size} bản ghi.',
  'verify.value.number': 'Số biên nhận',
  'verify.value.version': 'Lần nộp',
  'verify.value.text_sha256': 'Mã kiểm tra của phần chữ (SHA-256)',
  'verify.value.files_sha256': 'Mã kiểm tra của các tệp (SHA-256)',
  'verify.value.receipt': 'Mã kiểm tra của biên nhận (SHA-256)',
  'verify.value.judge': 'Giám khảo (số tài khoản)',
  'verify.value.code': 'Mã phách',
  'verify.value.marks': 'Điểm',
  'verify.fault.notAReceipt': 'Tệp này không phải là biên nhận hay chứng thực do Gương cấp.',
  'verify.fault.signatureWrong': 'SAI: chữ ký không khớp với nội dung. Biên nhận đã bị sửa.',
  'verify.fault.anotherKey': 'SAI: biên nhận do một khóa khác ký.',
  'verify.fault.proofMalformed': 'SAI: chứng thực của sổ cái không đúng dạng hoặc đã bị sửa.',
  'verify.fault.proofElsewhere': 'SAI: bản ghi không nằm trong mốc đã ký của sổ cái.',
  'verify.fault.openingDiffers': 'SAI: một giá trị kèm theo không khớp với cam kết trong bản ghi.',
  'verify.fault.notSigned': 'SAI: mốc của sổ cái không do khóa trên ký.',
  'verify.fault.anotherRecord': 'SAI: bản ghi sổ cái kèm theo không nói về biên nhận này.',
};
