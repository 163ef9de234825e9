// Vietnamese: signing in, registering, one's own account.
export const account = {
  'signIn.title': 'Đăng nhập',
  'signIn.identifier': 'Email hoặc số điện thoại',
  'signIn.password': 'Mật khẩu',
  'signIn.submit': 'Đăng nhập',
  'signIn.noAccount': 'Chưa có tài khoản? Đăng ký',
  'register.title': 'Đăng ký tài khoản',
  'register.name': 'Họ và tên',
  'register.passwordHint': 'Mật khẩu (ít nhất 10 ký tự)',
  'register.submit': 'Đăng ký',
  'register.haveAccount': 'Đã có tài khoản? Đăng nhập',
} as const;
