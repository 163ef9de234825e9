-- What a judge declares is an interest; a tie is two works of one score. (The text that seals a row still begins with judge_tie.)
alter table judge_tie rename to judge_interest;
drop index judge_tie_judge;
create index judge_interest_judge on judge_interest(contest_id, account_id);
