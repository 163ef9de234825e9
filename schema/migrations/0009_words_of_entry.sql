-- Whether an entry has a word is asked once for each entry of a list that is searched: from the index alone, without its other words.
drop index entry_word_entry;
create index entry_word_entry on entry_word(entry_id, word);
