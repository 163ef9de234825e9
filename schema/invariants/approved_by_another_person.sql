-- Nobody approved what they had proposed.
select cast(id as text) from result where approved_by is not null and approved_by = proposed_by
