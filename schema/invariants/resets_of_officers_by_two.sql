-- The account of a role's holder got a new password by a link only after two people had approved it (approvals exist since links need them).
select cast(r.id as text)
from password_reset r
join account_notice n on n.account_id = r.account_id and n.kind = 'reset.redeemed' and n.at = r.used_at
join role_grant g on g.account_id = r.account_id and g.valid_from <= r.used_at and (g.valid_to is null or g.valid_to > r.used_at)
where (select count(*) from reset_approval p where p.reset_id = r.id) < 2
