-- What a migration left to the program has been done, and nothing that it was to seal lies in clear.
select name from upgrade_step
union all
select 'unsealed_opening ' || seq from unsealed_opening
