
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.account (
    id bigint NOT NULL,
    email text,
    phone text,
    name text NOT NULL,
    unit_id bigint,
    lang text NOT NULL,
    password_hash text NOT NULL,
    state text NOT NULL,
    created_at bigint NOT NULL,
    revision bigint DEFAULT 1 NOT NULL,
    CONSTRAINT account_state_check CHECK ((state = ANY (ARRAY['active'::text, 'closed'::text])))
);

CREATE TABLE public.account_word (
    word text NOT NULL,
    account_id bigint NOT NULL
);

CREATE TABLE public.assignment (
    id bigint NOT NULL,
    contest_id bigint NOT NULL,
    round bigint NOT NULL,
    code text NOT NULL,
    entry_id bigint NOT NULL,
    judge_id bigint NOT NULL,
    state text NOT NULL,
    extra bigint DEFAULT 0 NOT NULL,
    assigned_at bigint NOT NULL,
    assigned_by bigint NOT NULL,
    ended_at bigint,
    CONSTRAINT assignment_state_check CHECK ((state = ANY (ARRAY['active'::text, 'recused'::text, 'removed'::text])))
);

CREATE TABLE public.award (
    id bigint NOT NULL,
    result_id bigint NOT NULL,
    "position" bigint NOT NULL,
    prize text NOT NULL,
    category text NOT NULL,
    code text NOT NULL,
    entry_id bigint,
    unit_id bigint,
    rank bigint NOT NULL,
    score text NOT NULL,
    money bigint NOT NULL,
    note text NOT NULL
);

CREATE TABLE public.card (
    assignment_id bigint NOT NULL,
    state text NOT NULL,
    marks text NOT NULL,
    comment_jury text NOT NULL,
    comment_author text NOT NULL,
    reopen_reason text,
    updated_at bigint NOT NULL,
    submitted_at bigint,
    revision bigint DEFAULT 1 NOT NULL,
    CONSTRAINT card_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text])))
);

CREATE TABLE public.conflict_waiver (
    contest_id bigint NOT NULL,
    code text NOT NULL,
    judge_id bigint NOT NULL,
    reason text NOT NULL,
    waived_by bigint NOT NULL,
    waived_at bigint NOT NULL
);

CREATE TABLE public.contest (
    id bigint NOT NULL,
    slug text NOT NULL,
    parent_id bigint,
    host_unit_id bigint NOT NULL,
    level text NOT NULL,
    state text NOT NULL,
    name_vi text NOT NULL,
    name_en text NOT NULL,
    rule_book_version bigint NOT NULL,
    opens_at bigint NOT NULL,
    deadline_at bigint NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint NOT NULL,
    revision bigint DEFAULT 1 NOT NULL,
    CONSTRAINT contest_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'judging'::text, 'settled'::text, 'published'::text])))
);

CREATE TABLE public.entry (
    id bigint NOT NULL,
    contest_id bigint NOT NULL,
    number text NOT NULL,
    owner_tag bytea NOT NULL,
    identity_sealed bytea NOT NULL,
    state text NOT NULL,
    revision bigint DEFAULT 1 NOT NULL,
    category text NOT NULL,
    field text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    language text NOT NULL,
    exemplar_kind text NOT NULL,
    exemplar_name text NOT NULL,
    exemplar_unit_id bigint,
    exemplar_place text NOT NULL,
    declarations text NOT NULL,
    publish_consent bigint DEFAULT 0 NOT NULL,
    version bigint DEFAULT 0 NOT NULL,
    code text,
    reason text,
    reply_by bigint,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    submitted_at bigint,
    CONSTRAINT entry_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text, 'disqualified'::text])))
);

CREATE TABLE public.entry_event (
    entry_id bigint NOT NULL,
    seq bigint NOT NULL,
    kind text NOT NULL,
    at bigint NOT NULL,
    note text NOT NULL
);

CREATE TABLE public.entry_file (
    id bigint NOT NULL,
    entry_id bigint NOT NULL,
    "position" bigint NOT NULL,
    purpose text NOT NULL,
    name_sealed bytea NOT NULL,
    kind text NOT NULL,
    media_type text NOT NULL,
    size bigint NOT NULL,
    sha256 bytea NOT NULL,
    duration_ms bigint,
    width bigint,
    height bigint,
    rendition_state text NOT NULL,
    rendition_sha256 bytea,
    rendition_size bigint,
    rendition_type text,
    removed_at bigint,
    CONSTRAINT entry_file_rendition_state_check CHECK ((rendition_state = ANY (ARRAY['waiting'::text, 'ready'::text, 'failed'::text])))
);

CREATE TABLE public.entry_name_tag (
    contest_id bigint NOT NULL,
    tag bytea NOT NULL,
    entry_id bigint NOT NULL
);

CREATE TABLE public.entry_tally (
    contest_id bigint NOT NULL,
    state text NOT NULL,
    category text NOT NULL,
    field text NOT NULL,
    entries bigint NOT NULL
);

CREATE TABLE public.entry_unit_tally (
    contest_id bigint NOT NULL,
    state text NOT NULL,
    unit_id bigint NOT NULL,
    entries bigint NOT NULL
);

CREATE TABLE public.entry_version (
    entry_id bigint NOT NULL,
    version bigint NOT NULL,
    submitted_at bigint NOT NULL,
    document_sealed bytea NOT NULL,
    text_sha256 bytea NOT NULL,
    receipt_sealed bytea NOT NULL
);

CREATE TABLE public.entry_word (
    contest_id bigint NOT NULL,
    word text NOT NULL,
    entry_id bigint NOT NULL
);

CREATE TABLE public.idempotency_key (
    key_hash bytea NOT NULL,
    request_hash bytea NOT NULL,
    answer bytea NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE public.invitation (
    id bigint NOT NULL,
    token_hash bytea NOT NULL,
    contest_id bigint NOT NULL,
    role text NOT NULL,
    name text NOT NULL,
    note text NOT NULL,
    created_by bigint NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint,
    used_by bigint,
    revoked_at bigint
);

CREATE TABLE public.job (
    id bigint NOT NULL,
    kind text NOT NULL,
    payload text NOT NULL,
    state text NOT NULL,
    attempts bigint NOT NULL,
    run_after bigint NOT NULL,
    claimed_at bigint,
    error text,
    created_at bigint NOT NULL,
    CONSTRAINT job_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);

CREATE TABLE public.join_consent (
    result_id bigint NOT NULL,
    account_id bigint NOT NULL,
    consented_at bigint NOT NULL
);

CREATE TABLE public.judge_terms (
    contest_id bigint NOT NULL,
    account_id bigint NOT NULL,
    accepted_at bigint NOT NULL
);

CREATE TABLE public.judge_tie (
    id bigint NOT NULL,
    contest_id bigint NOT NULL,
    account_id bigint NOT NULL,
    kind text NOT NULL,
    value_sealed bytea NOT NULL,
    declared_at bigint NOT NULL
);

CREATE TABLE public.ledger_checkpoint (
    size bigint NOT NULL,
    note text NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE public.ledger_head (
    id bigint NOT NULL,
    size bigint NOT NULL,
    frontier bytea NOT NULL,
    CONSTRAINT ledger_head_id_check CHECK ((id = 1))
);

CREATE TABLE public.ledger_opening (
    seq bigint NOT NULL,
    name text NOT NULL,
    salt bytea NOT NULL,
    value_sealed bytea NOT NULL
);

CREATE TABLE public.ledger_record (
    seq bigint NOT NULL,
    at bigint NOT NULL,
    kind text NOT NULL,
    contest_id bigint,
    record text NOT NULL,
    leaf_hash bytea NOT NULL
);

CREATE TABLE public.login_guard (
    subject bytea NOT NULL,
    failures bigint NOT NULL,
    window_start bigint NOT NULL,
    locked_until bigint NOT NULL
);

CREATE TABLE public.panel (
    id bigint NOT NULL,
    contest_id bigint NOT NULL,
    round bigint NOT NULL,
    name text NOT NULL,
    categories text NOT NULL,
    created_at bigint NOT NULL,
    revision bigint DEFAULT 1 NOT NULL
);

CREATE TABLE public.panel_member (
    panel_id bigint NOT NULL,
    account_id bigint NOT NULL
);

CREATE TABLE public.password_reset (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    requested_at bigint NOT NULL,
    token_hash bytea,
    expires_at bigint,
    used_at bigint
);

CREATE TABLE public.published_result (
    result_id bigint NOT NULL,
    contest_id bigint NOT NULL,
    document text NOT NULL,
    published_at bigint NOT NULL
);

CREATE TABLE public.published_work (
    entry_id bigint NOT NULL,
    contest_id bigint NOT NULL,
    result_id bigint NOT NULL,
    slug text NOT NULL,
    document text NOT NULL,
    published_at bigint NOT NULL,
    exemplar_slug text DEFAULT ''::text NOT NULL,
    indexed bigint DEFAULT 0 NOT NULL
);

CREATE TABLE public.published_work_word (
    word text NOT NULL,
    entry_id bigint NOT NULL
);

CREATE TABLE public.result (
    id bigint NOT NULL,
    contest_id bigint NOT NULL,
    number bigint NOT NULL,
    state text NOT NULL,
    ranking text NOT NULL,
    ranking_sha256 bytea NOT NULL,
    decision_number text,
    computed_at bigint NOT NULL,
    computed_by bigint NOT NULL,
    proposed_at bigint,
    proposed_by bigint,
    approved_at bigint,
    approved_by bigint,
    publish_at bigint,
    published_at bigint,
    supersedes bigint,
    reason text,
    revision bigint DEFAULT 1 NOT NULL,
    CONSTRAINT result_state_check CHECK ((state = ANY (ARRAY['computed'::text, 'joined'::text, 'proposed'::text, 'approved'::text, 'published'::text, 'superseded'::text])))
);

CREATE TABLE public.role_grant (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    role text NOT NULL,
    contest_id bigint,
    unit_id bigint,
    valid_from bigint NOT NULL,
    valid_to bigint,
    granted_by bigint,
    decision text
);

CREATE TABLE public.round (
    contest_id bigint NOT NULL,
    number bigint NOT NULL,
    state text NOT NULL,
    opened_at bigint,
    locked_at bigint,
    revision bigint DEFAULT 1 NOT NULL,
    CONSTRAINT round_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'open'::text, 'locked'::text])))
);

CREATE TABLE public.round_entry (
    contest_id bigint NOT NULL,
    round bigint NOT NULL,
    code text NOT NULL,
    entry_id bigint NOT NULL,
    category text NOT NULL
);

CREATE TABLE public.rule_book (
    contest_id bigint NOT NULL,
    version bigint NOT NULL,
    document text NOT NULL,
    sha256 bytea NOT NULL,
    reason text NOT NULL,
    decision_number text NOT NULL,
    created_at bigint NOT NULL,
    created_by bigint NOT NULL
);

CREATE TABLE public.schema_migration (
    number bigint NOT NULL,
    name text NOT NULL,
    checksum bytea NOT NULL,
    applied_at bigint NOT NULL
);

CREATE TABLE public.session (
    id bigint NOT NULL,
    token_hash bytea NOT NULL,
    account_id bigint NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    user_agent text NOT NULL,
    client text NOT NULL
);

CREATE TABLE public.unit (
    id bigint NOT NULL,
    code text NOT NULL,
    type text NOT NULL,
    name text NOT NULL,
    short_name text NOT NULL,
    parent_id bigint,
    valid_from text,
    valid_to text,
    folded text NOT NULL,
    revision bigint DEFAULT 1 NOT NULL
);

CREATE TABLE public.unit_successor (
    unit_id bigint NOT NULL,
    successor_id bigint NOT NULL,
    kind text NOT NULL,
    on_date text NOT NULL,
    CONSTRAINT unit_successor_kind_check CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text, 'rename'::text])))
);

CREATE TABLE public.unit_word (
    word text NOT NULL,
    unit_id bigint NOT NULL
);

CREATE TABLE public.upload (
    id bigint NOT NULL,
    owner_tag bytea NOT NULL,
    entry_id bigint NOT NULL,
    purpose text NOT NULL,
    name_sealed bytea NOT NULL,
    length bigint NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    finished_file_id bigint,
    finished_at bigint
);

CREATE TABLE public.work_flag (
    assignment_id bigint NOT NULL,
    contest_id bigint NOT NULL,
    round bigint NOT NULL,
    kind text NOT NULL,
    note text NOT NULL,
    raised_at bigint NOT NULL,
    CONSTRAINT work_flag_kind_check CHECK ((kind = ANY (ARRAY['suspected_copy'::text, 'rule_breach'::text, 'other'::text])))
);

INSERT INTO public.account VALUES (840319858658870, 'quantri@thi.test', NULL, 'Quản trị viên', NULL, 'vi', '$argon2id$v=19$m=19456,t=2,p=1$qQiwUNXdztNuipkQslTrPQ$J4sHnWrbaimAKTbd3mdewxlgzjmjhz3UhGUWSddYI0M', 'active', 1795775880533824, 1);
INSERT INTO public.account VALUES (5430110245112890, 'tochuc@thi.test', NULL, 'Người tochuc', NULL, 'vi', '$argon2id$v=19$m=19456,t=2,p=1$eyk/7pghXv+CUVUVmvc2kg$i0ESZFK2QUrNd129R9xN6K0IC5q8T58J3rLU0BTgBvs', 'active', 1795775883044883, 1);
INSERT INTO public.account VALUES (8358036881076147, 'secretary@thi.test', NULL, 'Người secretary', NULL, 'vi', '$argon2id$v=19$m=19456,t=2,p=1$odr2kWoD1rPbW043XpQrDQ$lkiCljBMsNknAYDC9bmfuppbX9eoqz8lBPKau9PLFiA', 'active', 1795775886222444, 1);
INSERT INTO public.account VALUES (3353768163646487, 'head@thi.test', NULL, 'Người head', NULL, 'vi', '$argon2id$v=19$m=19456,t=2,p=1$qSZCkSsq7OaqZVgzyy6lOA$DFDJhztjeexwQQdAEZPg9lzwmhvP+GL2hh4h9i+m8tY', 'active', 1795775887366765, 1);
INSERT INTO public.account VALUES (2122610114101121, 'judge@thi.test', NULL, 'Người judge', NULL, 'vi', '$argon2id$v=19$m=19456,t=2,p=1$Nc2bn/GrjmY7LWcx/3Gmww$PXVp2hFSTDwyqlkJms529F6+H/v2ryXIgeIyuK6S6e0', 'active', 1795775888467113, 1);
INSERT INTO public.account VALUES (6905250264584355, 'judge2@thi.test', NULL, 'Người judge2', NULL, 'vi', '$argon2id$v=19$m=19456,t=2,p=1$V+svFas6TEeJEWjjRCZfsw$hhtzNQ9Vcbjv0kNktLyi1FxYhfvhZOjivuYXMygKli0', 'active', 1795775889344943, 1);
INSERT INTO public.account VALUES (7279737381426947, 'tacgia1@thi.test', NULL, 'Người tacgia1', NULL, 'vi', '$argon2id$v=19$m=19456,t=2,p=1$p2613yyhZe9CZoHUfce7XQ$On3NPYJd30dzEHIW3vyFcjEqQm2e4cu1N0Y3G+4DQT4', 'active', 1795775890268769, 1);
INSERT INTO public.account VALUES (1530361646499148, 'tacgia2@thi.test', NULL, 'Người tacgia2', NULL, 'vi', '$argon2id$v=19$m=19456,t=2,p=1$bpCA7AjzZ0ymPU6FAEXD4w$wphn86sTT691cxeJX/eOsOCIOW3mqN4gjEegRP7b8KQ', 'active', 1795775892104002, 1);
INSERT INTO public.account VALUES (4112708011942905, 'tacgia3@thi.test', NULL, 'Người tacgia3', NULL, 'vi', '$argon2id$v=19$m=19456,t=2,p=1$MuzqKBYRgEOqIoRqT0tUFQ$pNxFKt/QZDA9bLq2Hf65boQjx41d/6yHtKW3VhMjSgY', 'active', 1795775894185183, 1);

INSERT INTO public.account_word VALUES ('quan', 840319858658870);
INSERT INTO public.account_word VALUES ('tri', 840319858658870);
INSERT INTO public.account_word VALUES ('vien', 840319858658870);
INSERT INTO public.account_word VALUES ('nguoi', 5430110245112890);
INSERT INTO public.account_word VALUES ('tochuc', 5430110245112890);
INSERT INTO public.account_word VALUES ('nguoi', 8358036881076147);
INSERT INTO public.account_word VALUES ('secretary', 8358036881076147);
INSERT INTO public.account_word VALUES ('head', 3353768163646487);
INSERT INTO public.account_word VALUES ('nguoi', 3353768163646487);
INSERT INTO public.account_word VALUES ('judge', 2122610114101121);
INSERT INTO public.account_word VALUES ('nguoi', 2122610114101121);
INSERT INTO public.account_word VALUES ('judge2', 6905250264584355);
INSERT INTO public.account_word VALUES ('nguoi', 6905250264584355);
INSERT INTO public.account_word VALUES ('nguoi', 7279737381426947);
INSERT INTO public.account_word VALUES ('tacgia1', 7279737381426947);
INSERT INTO public.account_word VALUES ('nguoi', 1530361646499148);
INSERT INTO public.account_word VALUES ('tacgia2', 1530361646499148);
INSERT INTO public.account_word VALUES ('nguoi', 4112708011942905);
INSERT INTO public.account_word VALUES ('tacgia3', 4112708011942905);

INSERT INTO public.assignment VALUES (413600333742177, 1210894225164374, 1, '3TYCF2', 8836792403897735, 2122610114101121, 'active', 0, 1795775914415756, 5430110245112890, NULL);
INSERT INTO public.assignment VALUES (6545831366076109, 1210894225164374, 1, '3TYCF2', 8836792403897735, 6905250264584355, 'active', 0, 1795775914415756, 5430110245112890, NULL);
INSERT INTO public.assignment VALUES (2391346178573981, 1210894225164374, 1, 'B37F3R', 6432354441041894, 2122610114101121, 'active', 0, 1795775914415756, 5430110245112890, NULL);
INSERT INTO public.assignment VALUES (6507097472362026, 1210894225164374, 1, 'B37F3R', 6432354441041894, 6905250264584355, 'active', 0, 1795775914415756, 5430110245112890, NULL);
INSERT INTO public.assignment VALUES (8631835351267525, 1210894225164374, 1, 'SPKEDP', 3109905609572209, 2122610114101121, 'active', 0, 1795775914415756, 5430110245112890, NULL);
INSERT INTO public.assignment VALUES (142431250222210, 1210894225164374, 1, 'SPKEDP', 3109905609572209, 6905250264584355, 'active', 0, 1795775914415756, 5430110245112890, NULL);

INSERT INTO public.award VALUES (3583056761138083, 3865372908374617, 1, 'first', 'bai-viet', 'SPKEDP', 3109905609572209, NULL, 1, '179/2', 5000000, '');
INSERT INTO public.award VALUES (5282502750089305, 3865372908374617, 2, 'second', 'bai-viet', 'B37F3R', 6432354441041894, NULL, 2, '175/2', 3000000, '');

INSERT INTO public.card VALUES (413600333742177, 'submitted', '{"content":"52","form":"25","impact":"8.5"}', '', '', NULL, 1795775915868785, 1795775915868785, 2);
INSERT INTO public.card VALUES (2391346178573981, 'submitted', '{"content":"54","form":"25","impact":"8.5"}', '', '', NULL, 1795775916528762, 1795775916528762, 2);
INSERT INTO public.card VALUES (8631835351267525, 'submitted', '{"content":"56","form":"25","impact":"8.5"}', '', '', NULL, 1795775917124914, 1795775917124914, 2);
INSERT INTO public.card VALUES (6545831366076109, 'submitted', '{"content":"52","form":"25","impact":"8.5"}', '', '', NULL, 1795775918110283, 1795775918110283, 2);
INSERT INTO public.card VALUES (6507097472362026, 'submitted', '{"content":"54","form":"25","impact":"8.5"}', '', '', NULL, 1795775918652258, 1795775918652258, 2);
INSERT INTO public.card VALUES (142431250222210, 'submitted', '{"content":"56","form":"25","impact":"8.5"}', '', '', NULL, 1795775919323862, 1795775919323862, 2);

INSERT INTO public.contest VALUES (1210894225164374, 'guong-co-quan', NULL, 2901637582832507, 'grassroots', 'published', 'Cuộc thi gương người tốt, việc tốt cơ quan', 'Good people, good deeds: an office contest', 1, 1795775824000000, 1795775899000000, 1795775885143015, 5430110245112890, 5);

INSERT INTO public.entry VALUES (6432354441041894, 1210894225164374, '0364-5335', '\xda6ed1c0228e85ae6424ee14ac2d121fa1c84247763a6aa5a4dedc1e6686900b', '\x2a0a1c00693908e6280baeffb36b3475160b1fa71eb5d84524359e96d51e99d3f108b47f0ac22f1b3be21b6154dfbbb8f5dbdc6186dc678052e9021d00c31e5896b02e6c1e09c2b0ddccc49ba25ce1dfd3e9caf5103f9b58556c2ed8703eed477bcee4f6f0fa5f4b0102049aa40d1bb858f6431db3c533c40a1be21d54d078a56d878fd80e83083ecd1d47b5809543c46f887fe3a1e23b7af0148a933146970729dc4fa3c43ef0341ca646372fb0714cd62fb44fa492fe034e698f1bc37a74d142770e6f6b0e5b50926ce12a3d', 'accepted', 3, 'bai-viet', 'health', 'Ánh đèn trạm y tế 1', 'Một câu chuyện thật ở quê tôi.', 'vi', 'person', 'Lê Thị Gương', NULL, 'xã Nhơn Lý', 'data_consent own_work publish_consent real_people', 1, 1, 'B37F3R', '', NULL, 1795775890920884, 1795775912773101, 1795775891802125);
INSERT INTO public.entry VALUES (3109905609572209, 1210894225164374, '2888-6961', '\x09c1be284834f253fce74ebb4d5628690a1b5a5af805842d68f12f2bb24c1cc0', '\x6f9c61226ce16e291617628cb29507c96647b542dbbecfd48497e6ed40b8aadd67a6c17b74d018d7135e761b071f21db0828b43fd20cba9b94f921e906b7cf06808783413ebc8f130ff4ec4c97fb4968bb10f171df02624ea2e1f73e675006641d7fd3202cbcaf5d4147fa27946c54fb82c4fb7e5664784680cc3dd87e5a54dfe80d6a7ab1fc4f3959713b7920fca35c60c569465d25939ff7dda2e171e4a0bba24eed1cbbb1ff089332c56c4a196ac7b790be4ac796b15dfb102467cc5536d48cf957060b989f10d454564310', 'accepted', 3, 'bai-viet', 'health', 'Ánh đèn trạm y tế 2', 'Một câu chuyện thật ở quê tôi.', 'vi', 'person', 'Lê Thị Gương', NULL, 'xã Nhơn Lý', 'data_consent own_work publish_consent real_people', 1, 1, 'SPKEDP', '', NULL, 1795775892930120, 1795775912773101, 1795775893806991);
INSERT INTO public.entry VALUES (8836792403897735, 1210894225164374, '8576-6401', '\x8acf920a1046754e26e0ca5eeebc55643dd1be547084ece1d93c82ced9ece394', '\x4f1b16c8b71a3c1f87fd737e97bb8cfafd240e1466db6a10ebe9af470e8ef8dda3749ba8a99365813a71677d8fcb35594da24068b686ba1c842719532b1ed23158d0e0385668061a08949c89dcf1a75715cb1e1f75a68908ae15e699a0db0ed071ca9858e3372f3f5c1152a8413e72c1a433cb60ae99e9e66cd82303bf494cf65f133542972ea5e01631fb63c6560c92b85f224ee0da6d290176bc81dcb24d77883dc60aa673a44399e175fc4746f4d1163dfff0f103517c50cac731de385064d399cae4986465fbcc747d9cba', 'accepted', 3, 'bai-viet', 'health', 'Ánh đèn trạm y tế 3', 'Một câu chuyện thật ở quê tôi.', 'vi', 'person', 'Lê Thị Gương', NULL, 'xã Nhơn Lý', 'data_consent own_work publish_consent real_people', 1, 1, '3TYCF2', '', NULL, 1795775894981550, 1795775912773101, 1795775895852881);

INSERT INTO public.entry_event VALUES (6432354441041894, 1, 'created', 1795775890920884, '');
INSERT INTO public.entry_event VALUES (6432354441041894, 2, 'submitted', 1795775891802125, '');
INSERT INTO public.entry_event VALUES (3109905609572209, 1, 'created', 1795775892930120, '');
INSERT INTO public.entry_event VALUES (3109905609572209, 2, 'submitted', 1795775893806991, '');
INSERT INTO public.entry_event VALUES (8836792403897735, 1, 'created', 1795775894981550, '');
INSERT INTO public.entry_event VALUES (8836792403897735, 2, 'submitted', 1795775895852881, '');
INSERT INTO public.entry_event VALUES (6432354441041894, 3, 'accepted', 1795775912773101, '');
INSERT INTO public.entry_event VALUES (3109905609572209, 3, 'accepted', 1795775912773101, '');
INSERT INTO public.entry_event VALUES (8836792403897735, 3, 'accepted', 1795775912773101, '');

INSERT INTO public.entry_name_tag VALUES (1210894225164374, '\x28ae45cf992f72048ecc4186740ec817799556357cdf34590c7a4a09ade0c099', 6432354441041894);
INSERT INTO public.entry_name_tag VALUES (1210894225164374, '\x44d23356805039689c43a0a3c31b265fd702c5628bfa3de8661c8ddb176510c1', 6432354441041894);
INSERT INTO public.entry_name_tag VALUES (1210894225164374, '\x9979c460232f034ab8f2510b5e2f8a936a014cc8bbca1fe0807141164d434cd6', 6432354441041894);
INSERT INTO public.entry_name_tag VALUES (1210894225164374, '\x4946f73abd11980c8da015cb6fc4522c1a45dc6f51b0060a757cb20646bd16a9', 3109905609572209);
INSERT INTO public.entry_name_tag VALUES (1210894225164374, '\x8aecff7cd6ec4837609f1c6a2fedc402a404ac92b97d2f8e1b823bab1d007a25', 3109905609572209);
INSERT INTO public.entry_name_tag VALUES (1210894225164374, '\x9979c460232f034ab8f2510b5e2f8a936a014cc8bbca1fe0807141164d434cd6', 3109905609572209);
INSERT INTO public.entry_name_tag VALUES (1210894225164374, '\x320e46380aba2a5acdb9fa103e90b871d26aabf274e334f8794d836ea7c3aac4', 8836792403897735);
INSERT INTO public.entry_name_tag VALUES (1210894225164374, '\x7d4a0800e210e45a87915f290ba8fe236397475cb27337407bf46daacdd123cc', 8836792403897735);
INSERT INTO public.entry_name_tag VALUES (1210894225164374, '\x9979c460232f034ab8f2510b5e2f8a936a014cc8bbca1fe0807141164d434cd6', 8836792403897735);

INSERT INTO public.entry_tally VALUES (1210894225164374, 'draft', 'bai-viet', 'health', 0);
INSERT INTO public.entry_tally VALUES (1210894225164374, 'submitted', 'bai-viet', 'health', 0);
INSERT INTO public.entry_tally VALUES (1210894225164374, 'accepted', 'bai-viet', 'health', 3);

INSERT INTO public.entry_version VALUES (6432354441041894, 1, 1795775891802125, '\x309e8901431ea50518124e4f42c647c26a2cb8880de5f461d978c11e2421d4dcbf5f850b11907c53857a7bfe4401d63463f03bd2d27ec6eef6efc98901f18a1b5543b8ac4779324105c54ed4ef8a1dbf87a85e2290ed94c40d6b5dce84c4e04e10eb093401c7e78090454205ca3ece784228233059afbbeb037a6066cc056d725568fcaf45c458751512657338b41274d811f2f3f0ce860878c626576484f7eff67c8a53e92f78b48e029ebc77b08c3e0a753ca5a1078986e3528141bf40105b7297ba43fa4f59a65d0fc161d2c04fc6302f4245040c517cd28febae49b4f0d187ec65580fd9ce126ffdcbd9a44375bfc3b871c7677ee08f5b5ecf043cf11df5f0a66bc213243fefb32ce890acfabbf55615e424231b7fd1746357ba3ab3947662e60e4e941a7c06daa2052b0cf2ffe8b2e900cb292727325b8bc73c65ef9f30d28cc4673a580c65981dc295592928b39ed123a78a1f353df1b675a7a10ba5b69a2ee642aa19d19bdc3a63995b21b5a418bab499bcb5e9bdd5abdcbb5b53231ae45b49adeaee3ad1d963f024b804be2d472ebaaa0af5489d1407f8d813c000000ecf53c7b62cb606a0bbeccf667d1a87521cf85290e69c4f60b830758477641ae57c2a4c79686ffdbba61c5b63940b155f2489d09bb5033083fa401890c4bfbc500fe1095ec8f897251a20a2bc95c21761b79a46aab6c2d28b163009adbe6cb551747f10148a0b51863e0cd3d85e80c20ee771d6a6d74176e19f4602150cad75e9f31befbec76260f5746c64f0206fd2c68be2bcbc374d4ba8e633c1b7ef', '\x34fe9691eac78db2f8491bdf0203f125ac8e0a7e9357b09a750d49e1aa39b954', '\xb526849296c0caf2a7517540545ecd4f3abe7b1729a14a6e204b03cf5f8e229cbd115956b97a756f46cb3f760828c340a47457b88dd41cd33cea845bc4601755f673177f90d1aa03fea85349d87e0656c695e888006383936e5c69fccd9db413a5397dc26b2434b08108eb9d351570dd7418937fada28706c96a40e11b54d7c959f68d5c3eed9870efdc17c03a2446181b8237f2ae3f75ee79382fb909537b247a7c14d8b6a35469a576c6f88bc6ecaecec78e705ef33d4b8397d5ef68f1e8884e1eb336f5dd78489d18e6af3a4ddd867809b5f9e967ca32e70046c38b8be7ab84e90e5e7d2b0984cbdc4d7c822ec44d534ae4d2c46855c3b15a108f30f38405743cadbe7c7c3eb6ecdd79fce51f90f806f373c071284220fe0cbd9811a57282cc9ecb5d8f443f0a8768230e25718285e2112141df38a3e986868cf91aa95a60f5d2accef29145c602398ac2b9fdb9049bf9558b0f86a9632dd64d8a2be2707dc158f1e046a0bb3fa3649545ec51dae6474b82707a');
INSERT INTO public.entry_version VALUES (3109905609572209, 1, 1795775893806991, '\xaf16ac8e4857be7545225b97651a53c816b7c87038a07acb23f55f652a8a04e383ffffa5a20d8614a5814625f00d0e652e5f05325572d63582f630ed541668567157725f194fb7562a22a124215538561ee790609a462f9bc01a4ccc64f1abaeaab7a33f5937081c37247c6a851078bb14e38038a29f9b219469aa49055d10d219a033d276af3430b9d01851010c759e4e0677913c915ef985da3796dd41db2bc9338c0e93a3cc8628d5635e2e3583beee51cbc3c5177dbf0f5b231379ddfda480a5d15bdc0e42080d71b1ed1f0630cfcaadc0ce53a84b3a25b17bd50744be39cea8b676b5e8a0667b40ff193e183a31e595086e5439c021f553c3ec514294264238081e1bd186d0bb368d921e8ac906a7cb942f799d0e556959872c8b4653daa775b01ad34223720358ace930639c23c12ace9d890424b2371376440393372643c9d976209ab9256cceebce845b286b7f62a51d187d3a92fffca11361403b5da7106bb2deac80d33e10c422358268536cf6946ce23a57c26a74836fae77e303ede132c5426782788dd3e70534c7e4a2ae6d07c0febad6863cc84ae85e79f5ccfab9912bddc83c3213099b97d41d8714348a33a35f84b1031c26f1eaf2d3bf1167a207a433bd61abdbb6455ac0c3f39b5c781617cb77edfae7604d90ce6397e6c4f94986d786ff98aa68bbf9224310483c3542d17f68c429cf10a96c72dbb321410f60c6cca8c092c156a15515aaa0bf32921a3674a63f09fede74df37e3bc052ab9b56e7df27b51cba53d975bc805e398c574cd3c2c03c7a81419f52639', '\x34fe9691eac78db2f8491bdf0203f125ac8e0a7e9357b09a750d49e1aa39b954', '\xd1bffe83c8ad93bab1334d50667b61edc062fbe1497ac33f9223391a780760b29a1ab9c176218f98e2303d50a6eaf968bf9a459e11d975a25baa57a133dc0eb7e092fdb79c79dd02af5b649479f993fdc5c442d19e9139f124f00c650b9a0cf7795919a356e584e7be01e0c9bd73b86fb15995ca4cea3fa8d31ed9b75e073d056a53fb0b61388fb466ad1cd41753945070487018a953eb0f43dcf666b14ccb10a22c39b584da7285fd78aee1a818b6c48c0df374f7e8e5885593dacb9fc2de15b170f29ca250dda1da01e8ada9f6139b1a2a47c44e422ad9d7ed81307b59af5842768cc24f5931cb7cfec77cf34a7db4d050b5a90dd4943d7544bdd477227e2bbe55351f46986cbcd93fac62f19c6e72c7a9543de725e66ca68f58d6f2cab99e1714bb01a07a7b923791257d8b36cd380729e698b71f58154c40353eadb208dc4eaa9f986388fe455af48fa2d56c75e59e81ebce0648b30f1bbd8244caf4d0dae4caf579cce2afbf057b98878c0ac99c39e81a82f1');
INSERT INTO public.entry_version VALUES (8836792403897735, 1, 1795775895852881, '\x76f812a85abc245fe66731a4b5bf9c8a0642cd867797ec20c654926001b32e8a05b652822f9b9c89ea4fa9bd8e80d9b8b24357d92d2060475e43ecfb6fb80cfc12953e43178534a4ba58026c557e635bcae925d9474b7e71740551f3d45c04ce06ecd74e2ac7551e2475120b33975f1d00769cc524ca98b4115290a4b9a347843b03136b2944128e9e7576c5b10ae541bcf49daee2f9057ee40ac8acbd4e8fd514aaebca81d764cff6ae8170d9f61cad0c40b8357bdb883d66e5493755d658b3187c04b26f830dc75f597af9157004ce22ee003409aa5bca85162556c215b9884810a656da9ea5f0de379d7ac4097dceac3ddffd765dbc1ed54cb75d9f898e0fc988fd27f178b73ed9a6bcdaf8ddc03179a9b9cb2c7185b0cc556c362eae5092b16fd47ba37038a8e79cc03ab1d8e7f2f1b35779779e806e4337bbd047715d214ea31d9751cf810af211366f8a42dd121717baf7c32b0b8e3a1c54cbd6b60afd6d89e1b730487ad5577474a7b492d5a040c7b194194247c5695a04dccc1da9ff4e7a9436193a19b14fc1fa1c239e3efedfd014a04aa1f110fed929c3913f899937b354e77b6477c6e0fa90d35f5feb7d16cb00be05a10d773b5018369518fa1d241a78847a79550a5e905f0f326d129f2938efb0e0885aedeccc977e57c9f93bdd88d782bdc7621842c133950a5af16893f1016dd5a1007555d06dd62b874a4286780167d44173042caa2347a2947c4a0c433a36e8d5d7871920b2290c3cb9374cfaf3a91a98cd6d2e53dcfa118edbe6b66768d7096ed0b49c8f21c7aba8', '\x34fe9691eac78db2f8491bdf0203f125ac8e0a7e9357b09a750d49e1aa39b954', '\x94584c34308b40b15a6cfc7a30f40a140422216404829eb5eef9da61a573555e3b991b9acb79c59c863024e28f65cedbcd02ae2750b7a071c29e00d346a9771cf3eed60f3f1b98d1b543c8c942238531b57fa192df61959c7d93c8dac5288215fd7cc0a985ac66fdc57f58273350ece27e0f76afd8bd699403c2ce87ecfecdd05a8ce31e066e156093a5bf36578ff9a485d826901fdbb659ac1e3d52ab4adf8e2c3ea9f74c5a9ac5b4782b3f48e8378099d96769a29feaa8ea7a02cbcfb72b2a094c7525a93c69d5179a0e38ffc1a1b54bcc93b860054eb9578b0dbb92966c06e74244259b40fe06277ad456f2a2a2c4776617960635e28e36b0aee3a057be83f52b782102a40974113fb49177ed45ff515c8af22f4b2e7190d8e7c36c9cf3183b301da7589e6b0edabd46468e34b5e56e4406c02961764d48196c818cb3d93868b84a7c2f11ff450403bf94a669a1e4ff96fc71bf8c3000db36bfe6b5fa7b6fd90bb9ee5a6ee14bf13f1d39dc19982f62f8334b41');

INSERT INTO public.entry_word VALUES (1210894225164374, '0364', 6432354441041894);
INSERT INTO public.entry_word VALUES (1210894225164374, '1', 6432354441041894);
INSERT INTO public.entry_word VALUES (1210894225164374, '5335', 6432354441041894);
INSERT INTO public.entry_word VALUES (1210894225164374, 'anh', 6432354441041894);
INSERT INTO public.entry_word VALUES (1210894225164374, 'den', 6432354441041894);
INSERT INTO public.entry_word VALUES (1210894225164374, 'guong', 6432354441041894);
INSERT INTO public.entry_word VALUES (1210894225164374, 'le', 6432354441041894);
INSERT INTO public.entry_word VALUES (1210894225164374, 'te', 6432354441041894);
INSERT INTO public.entry_word VALUES (1210894225164374, 'thi', 6432354441041894);
INSERT INTO public.entry_word VALUES (1210894225164374, 'tram', 6432354441041894);
INSERT INTO public.entry_word VALUES (1210894225164374, 'y', 6432354441041894);
INSERT INTO public.entry_word VALUES (1210894225164374, '2', 3109905609572209);
INSERT INTO public.entry_word VALUES (1210894225164374, '2888', 3109905609572209);
INSERT INTO public.entry_word VALUES (1210894225164374, '6961', 3109905609572209);
INSERT INTO public.entry_word VALUES (1210894225164374, 'anh', 3109905609572209);
INSERT INTO public.entry_word VALUES (1210894225164374, 'den', 3109905609572209);
INSERT INTO public.entry_word VALUES (1210894225164374, 'guong', 3109905609572209);
INSERT INTO public.entry_word VALUES (1210894225164374, 'le', 3109905609572209);
INSERT INTO public.entry_word VALUES (1210894225164374, 'te', 3109905609572209);
INSERT INTO public.entry_word VALUES (1210894225164374, 'thi', 3109905609572209);
INSERT INTO public.entry_word VALUES (1210894225164374, 'tram', 3109905609572209);
INSERT INTO public.entry_word VALUES (1210894225164374, 'y', 3109905609572209);
INSERT INTO public.entry_word VALUES (1210894225164374, '3', 8836792403897735);
INSERT INTO public.entry_word VALUES (1210894225164374, '6401', 8836792403897735);
INSERT INTO public.entry_word VALUES (1210894225164374, '8576', 8836792403897735);
INSERT INTO public.entry_word VALUES (1210894225164374, 'anh', 8836792403897735);
INSERT INTO public.entry_word VALUES (1210894225164374, 'den', 8836792403897735);
INSERT INTO public.entry_word VALUES (1210894225164374, 'guong', 8836792403897735);
INSERT INTO public.entry_word VALUES (1210894225164374, 'le', 8836792403897735);
INSERT INTO public.entry_word VALUES (1210894225164374, 'te', 8836792403897735);
INSERT INTO public.entry_word VALUES (1210894225164374, 'thi', 8836792403897735);
INSERT INTO public.entry_word VALUES (1210894225164374, 'tram', 8836792403897735);
INSERT INTO public.entry_word VALUES (1210894225164374, 'y', 8836792403897735);

INSERT INTO public.idempotency_key VALUES ('\xca8571b7b4db56238161719911b1a81cb234c46ec9bb50b16212a44f55a3891d', '\xb6d17516c98f44eb7ff4c2b756ca2e99c5a26a8411a796a1238fb96946f8bea2', '\xd0de85ffcb4112fdf0a6f284ffbf29afa012f932bdb666843f081f0898abd972242ce0a64fec65008a0640d9c1a42ff9a64d846c0f44400af59fc3fe7f3d9fe67dc0c93b8a5c73aea738c62e7c8b630c9c7ff24a4afac9f902201569b1386558ef2647adc70ff86bb74a6be0c4ba02345cb2e24cc94dc7800e9fd45a949247c2387635cdd219e389000f285f381ed41c7fac27d731cb2f94902aab894c0946fcad77dafd3f57b9d2df85575213f3c5ac4e19b561b39e5990be58ff2c38d6d0477a68a483816ef889742a328a0dd129bcad4475086914f9b5ceeba57df52dad6ebdbda13349781bb66077605afa908cd851f08df9929acd69e10a4f032bda418880dfd41a4b62bdb9a9a2b41237e17ef1c773c125b289f4852c0bcff928001f11833fd9b59083147c7ba4f81592bd1cf4205179027d0b5049bfe400129fc5f470a73edc7101b90888b6f065505614b5bdbfc244a2bc06dd9a23e665262470fc24837f16dcabebbadeb05de8149364309570684954393b', 1795775884261369);
INSERT INTO public.idempotency_key VALUES ('\x2e42c8518e4f91671a6d0e533e8cb4d33a42d03fa97d8b987cb8f0bddc908c6d', '\xc9ee47a13ccaf44b1ea30163419ec07134bcd597c8a1b618fcabacc07ff60631', '\xe5b2a5b10a31e39429b0df72092dff00aef18edb2dea396bb486355a54690d269b597bdf4c10e2eb30baefacc8cc068f1ddd4355b050211abdd93d3dadc388372ef3cb4f4a57811ba1bb002a5b043c1647c3d8c09c8df1816179c7b370855b2100f520db463bd0a12cca0c336d7199c38fa27fe98e2ae6304032c29fe1fe381f0f828703b0cdd4708059ab3da4b49b7c8e027aa4e81e320f8c9859a2a24315711255536bc3595228ef4a9ac9cd3ed882069eb274f75a8d1f1ead30485753173357ab42d07124fbd1b8f8a7b28ea89506e73eba066a5ea508549393f2fb2b7e3a0490330e4429cadd4db3e4846370074a0f389dc65d380a40ccc64da60f0beec028fcebe48bbb0b6d971b7d7e19138835a7844f8c2576c80b6ecff175ef2eab519e7b5e8427f80084191ff78b99bf3571c4cea0132efe052ee2e1dbece89bc8482d91f7ed0379e2e88e33e3b41994f14e30070ce1565b8a68a56bcc4bc40804c5b46d6f2d29d7f04792029bd03eee05b058f2131ff54ae9768f1834e2cc8b2a45a75bebd63da5f29c9a053514c79cba6b9f4f3c401095b6380c3cee7efd17cda2b2a57f890e25326bf5301979f74e12676a4e05634a3e04840f843880d4412fcdc984244936b67b30f4a24f15aa23526b129d9ee1f41996a1e76cbd4a1de111d9d71d9190a82ea5c8', 1795775885143015);
INSERT INTO public.idempotency_key VALUES ('\x61dc5825aaa9998636e348513a6cf0d8d17b8fe4afd758fefafdf390e8900570', '\xafb9980a4dae7f57c2b89049026483fa829600073440d94f5cb2ee9312071ec1', '\x750eab462ba87fba2804b879d2b61deb54a8dd971671448bfdc114097eb5e6e76fc5648e8dcfb37fab34e87427b77d98f7f80e8f23d42a8afe1a427d6d68c7157f42595f41a1c114869d180f0b2ba377ab0fd72d4561a418c2c04a483dc169f967ddafe3e67bb99e7fa3c878bea7ef36a34a53e9e08119b39a38d64ee53bfdee9feb9fd4f945f23074735a3362dcc96afb92569c084ef71d38bdab1d9a6958a24473844dae4c231ead24c9d9bf8bafe9b8565289720e24b2e4a6636e3abd04f3251b82dc425e793ef958f9aa3fd96e7acad13869ee56f3b14b1c70210838abf9d6ce2a58bcf8d8c562af1a805c0a0e2503f4d3df86f66ba791c53727081faa3482f5494ddb9ae19c89cd83180c0f204f5942d79126d0f8fe2e72fc1eb4d62e34ba7e59574d4bcefc1c5618511b3ca079ccfde8ad5070a747ce54d603c714574b44061588c6f704edac2fbc14cb684245e53fb8b9c230ac2ae12e0e87c10c92812c31a1e95da48d21da864af2a65d336cf2b442069d1b8d31745b14f1535dd22b02c558545cd1a0e7eed08ad3aecdf3eb81fadb8752b6c26d57e7f70ab1beeff2db7b526d92a216bf49a4418f27989772ce9ec1e7fcaabc886483e4085ebac535a0e7efb9050623ef50536e6b95ba90e4c73e5e5c7450774c17f791eca568e9f312a37a3d8b3aed6b605c9deb5c7587cc73e5b293fe708f66790b21b20c529f26a0cb51709d52e611', 1795775887161606);
INSERT INTO public.idempotency_key VALUES ('\xe8cbee1c236826825c0af2558602e9884104ec30f47355c6ff62464b9f7e863e', '\xc421591cf87e7df85d3383dfd694d26dd23c7dd171f22b0a2061ea50d42e475a', '\xc1abdb90d133dcc06e923c2e1507fbf0340fa15049d716b7027b98fe8ebec5fe235cd0bec590a9f389d0ed49fa47fc4e95f1939b13a116f2391397093b1bc3ece645d6db296c88f106e06e631508ff507b38d7a17b29f399f16b5563fb6c7bbff7cd0036da458bd5be9aea9b7ef940297a9bdb7c412748511b958d009efddc1bb08924d8678c36a34bb3793f3f4e3e37734cd9b8c7a7bc96a57d7d293580e758fafed518d43d82444d5e6268916a53f6a805a457fe99529c74d7b8efaa13ffb31b6dcc63157ea93f736973b150f1e37614a1bc588e743fcb62650ca7c4beccbeb8a249455435c5f3135f4a8184e894e668e8d3708fc347ae0bfbdf5049ae2359b357f0fda8fd5759c671216f35a07ed8fe6269bba4a3d2863a620fdac3df9de863aabf0bdb5cd6f088ed5c1467cd5edf944edd0ec07c081e596880b7dfddc33159e56f74360a16711980f296bd2bca6e299974c1087afcaba610af2548a3939b598d161492e64c2c68927983da533e75e5770d8627506e16fc8519989b114dfa8f7ee2d7d50bdb35dbd37f646a89a4880286962de18242ce3e164a9716a78880a232fd78c31afee59aec417fcb241117f59fbbf877e59a3753f3bee5719eb37b700e0382ff1af0988d785f99696202798d748c5b4f35e0f98c290a29c9d1cc9ae8a1fd5dc7edf6084e53f48879d721de681413bd2feca0c44b13cf7c2ed8', 1795775888289095);
INSERT INTO public.idempotency_key VALUES ('\x00e7fbacd462776817d90505f9471f58656556fe20bf1e2fcaec549e824a3f9b', '\xf41e7100f9a905a96229df1d2e4f4e0c463dbe01110e2d7cce409bc7d467cf72', '\xc8690ac7a59c0c2e79d54d700d0d7d1df9831ec03c5e05c24b154d5e3bb341f76609103dabb7705010f197bf7c235d246c5b7548bf597efe342b9be8e736f6283362372bdc55636ffdf9b1f8bbfe06ad141d144359ccf135dab3195bff20a347b7afa21f8ffd9fb5e525ea2f5d4d35abf2df980c771dfc14a20cf457e61bab536a177dac27ccde23cce8cb17d337ebb9ba0b118c6bfa816649d77ccf4dd4e94d7c90fda5935ea82bd53fb16b6035ac77ef1c8644326aa29fe67de61d7191d3ad0db7beb643df91559d01718a70337eb1429fe22611c6a9cd473bf7859eb25b2b9dde1c5ca086d272ad7165d84db7fa06e270ef27ba217456a0bd4f5049ba71264e6bff7472feb430db3a668507e71b8ea16419c4d7472613ae8b66229cfb8813af2319f00b5e40969c8c362be60b83918c40270d6d3ad0e027bbf4fd42f4c825faed52dd17bdb08af2ebcaa52ef4cdc8a37c92e008fa9c0e7c6fe823723a96bdd737a44c36fb81e39e3bab10c011aec83f9346c540f9a2b135edab0ace8820738b26f4f9f5543478a0c2ec7501acdf1d9f05062559e69503d9623dd34b2aa204e32576b40a4c7e85acff00c87a577a3af7b4a5c5469a6f8e82ef9858eb7880fe8ebae72dfd8f1e50a4701890591fcd0a5d2afee0fea71ede0ad2154653c99b0700bca965e91d7342e1d00a29ae2e54d1e763ecd515f6366bc5bd032c49a1', 1795775889183196);
INSERT INTO public.idempotency_key VALUES ('\x404bcc7a397015aeeb5a19a1742e7d8837fe58ec114a44574862755cf98dde4e', '\xc972f4c3232845e17af98453a0c46ccd9d207f50ae3459e1074703a34db2bae7', '\x4b3dd8ff41e55c15f282cc279cbdddf46b03c5164e6431fde5f497a914475c9991ef935d97da3779bd6b4c8884e81f4380da51f966f4a27d27dcdfa65baf751c544fbc6a78a9acc76dddc912c00d36df918c98f1619083c2f3078f65012d82c8515ae553a70817f10d862a5a1466601218e64f5ee2ab77426ae237e29186715b07c6549e41e99a965d63f06113954f8450675e49680e01eb1610e050296b39ee5e087911deda4a63f09e756f08fdcaf9ee75b7925a7ce0882aac93e87087027f521d156dbbf0de7e8bc04c6139e90019bbb3c2c623f5a2faeccf41f455fd337cab95354735008a3f2f3e523d7700d844746405b287ee0ada629dee9263d44d755cb0c9258740878a3b5503ec418663493ce05e93d09fc1cc62728bdb75abb2c6a542102e5729341d2407122f01097cf046ba643dfc3cd91e886639720cd814de361ce34fb3c44cb14bbd4532ae9f358a5ae1f4f0ab0f6e6152bfea7c2861eb79ca8d8c1a70570c2fc545ceda5a83c52d0d5abcc8686444a24b2d443f3b5234ec6c3430693ebd9d7c64d745da4217f8b40ea8f8263cfd9f6fcb129c3e0d8f5c69d6d6a7402f243d699b0682fe34f9e000e9535ef34bf05712a5313f20e6e83ba101e302a6f4c0850aa1d8f257d85fa55b3f4de91691ed82e832c5d71ba4dcbebb7712b9f2fd7e30ff0fbc8f68f4547dea6b01ad7b7705c8aa39862b3a6ab0d5e5d3', 1795775890090100);
INSERT INTO public.idempotency_key VALUES ('\x823e3437fae9c380eb9e0b489a0dbf8932d8355da8194e09f7e23fd80dc3cf0e', '\xa74e525bd9fd26f5f0913acc8d271ffe6d050a40067e390df6d78d0a9060f072', '\x822ba2b6efcc0b54574f63e643c7df5b81bd59a0ed84f5d0a0cc341d911f7b81baa254f6389bb3752f4903c7a1d933956703192f0ef343f826aefcc92482fee96281e93b64c4e97af70df3b8583a9df8cee8d0d67f850508410906307daad399dbd2d1ff8c76b502abfec6b7a844c39995c12dbc01401ff6470a54a39a89a5bc44279a1dce9498ede25adad63b27c9d57a3d4e71bb8ea6d9e493bc46c3d22770ea660956193767076cde994b0e57395f1008bda4442adcb0dee7a2fc8844c68586aa', 1795775890920884);
INSERT INTO public.idempotency_key VALUES ('\x76388800564b7ba1087c1b99d0f04b3fdc5af57dbe9b37334b159e861c39f32b', '\xb168f45e8a7ee3bef9e8a0325ceeeab3809c4d741bc8cfb2a8b7ebbcabd0aac2', '\x0bca7ee1c77fd37755f74d24dc5f6b84106e076770f5e670345d5ac3b100fbc238e31c0ec900faebf91c806a136b19255e9b9cc75ccd4187a89e946b959aa65830502b038e19b152db79e63761bae379a51d7fb4d7548bdf0f8311d0f0b1e47f4d210b8bd7ea1cae3d525a33de35ae65b43a768149c3630070926ef9ad037794d8b0531840e6505019b924d1310b5b3f08ad89135b6a8c248bd234ec39dccb4523b4b2089ed700bcdca3106dc46c20bdf75f6ef4392bd1b93dc35f8d30b7e1b3c975b9480162b56bf1aa548803060f04afa8dc5df728493d4546a40de985add2181f88cf7805381696ffdbf16d1edc25b71e4c1c99eb963540b9762082baa28f402295c122c7a5cc00aa27b93fae9382a2c4997c7130a02ed32e4f4b5f1f14bb779f98eeb82845aecc2738985d65049360af74da939b823c76a6633baa06d195edcd37e760d6daa37bad72099396c78f6c4214a33dd51e43d00f6cff1e41e25b8ca8cf0c163bfedf493283f1831459eae40a945d0a92bf5d19a401e5d8fda7fac21b3df5421d8426842ba98d23802862722ffc144f135089c1c48efac70f96962fa361bfa758881ba7a42fcca70641dc2eaa6a528551c4feb74f', 1795775891802125);
INSERT INTO public.idempotency_key VALUES ('\x00785871aae7a362d17913b33207f4e230265945462efdb62d95b1d77ee6f6e8', '\xbe4b885c24ec078055f6815989b2bef53695202e625d12c6ca5a515f8f94e62f', '\x4acd4f520d19a7dde5d368a78a55405f2d17bdb1229e02264f77fd08e0dbfc5023d5f0e7baeb65ca8b81d83577e2ca72bf186e044a4d1ea7a02bc6229538c8d943bfc763080fddf055f98a7129ce5a5658734c03f7355b865885cafa6997b217008bd626bf7e5ec4e65c0ff0ff9a9205b0ef5b84c2f4b74b36a97696be319abab5a67434f1db6b16c36d3549a139f79e024bce2c3ab356f82e16451003bfef3d37440b13a2ab7b154fa125b792f1ba5ba0409c4489cb4cd9a769352d29e53b87b7f1', 1795775892930120);
INSERT INTO public.idempotency_key VALUES ('\x319a62dfc8f40d00503fa543f418685c6d882ed3350696115f29fcd46b8a0f11', '\x698dfafab03ad326c458e1586feff15f1082cc4480279168be271218b62136e2', '\x564fc6d3712c89821c90e729f25d0e6907a4b4707081e13a0bafea9c10d4f789a965c1838b4340fb461efca21e3c1c4cfa0d861eba21cd7e19c6f860f524b8926b497b1b38720cdbe04515291e8b47a5e722e60804763242f1b3aba90fadb388513556e6a8085326946ff3f3e3a51f623c4c9f07cf4bc05f053aa79cdef8092743a451a406535dca2397ebdded1bddbdad3ade6ba0dbb6bc7987156cb550dc84f7e7ae106ef472797f3d344fc9970db2339ee90527164eea3b093ea940d65da1a3790a6aeb1bd5d050e42ce67141ce5e1fcee12a07f6e65d52e2edf04d95db13afa7859cf2776364f7a37b4b9bfcbccf4c3aa94f1277cfcf1fd8fe207ca5c1caae4794d95f21cf734e33eb1cb147f55212b4702e06774b0d15af7b3f4cfcb86a345e56ff1eedaaae84ebfc4ead47d98d1b22f694beb46f18b948d4d6ec072055b9be6c1a8f1a848c051fb579a21e1b212d19a3ec49a29f67aabaa142ad83629970062cc9fc7ddad3ffcc36b82e98c736d00d743a4ab810f091d779f9aeef9cdde5778c1c945c513dc67ff1cbddd756bd740a5c68c8345e77aba448184ab82451d90d4717d9729c421295d5498ddc1355a94197a7b549df295cbd', 1795775893806991);
INSERT INTO public.idempotency_key VALUES ('\x7a0965bf5dad02123d5c5a9d9749ceda98aedfdf869798be6bb7a5484f4fe9a7', '\x9cd4d2a2c98da9f327b2a02a14dc077207c4f74b656d9f9a8be8ddc2a04b6c38', '\x38db5da1a1b066616c431f9d4a244a871bcc2f98de7c0f90d6fd2087e7990e370762512d1748494372ee0ecd88c1e41c98a64dd4a51ac252ee6e7fd3251b12d2b09a723c27cfd0c810b299f9dccdaf7378e70312ebdc71e4f3f2bd2e3a73637a857902364635ac9014bbc880fe130fe89e9ae612498d8a97f65af37effb559e0c9b5298e415441988775ccfc87d81d0ee9f1431be8e741cd2c7eaf4b2bc9f40c9d3ad90bbb1ebec266dffbf22bbf0f1795f04ceff1468e265c4659a6bae3c25ba983', 1795775894981550);
INSERT INTO public.idempotency_key VALUES ('\x8590232146db3be8189518ebd14f874eec7310a1a2a7e0a9749c94b7629cfa76', '\x6a7088f19c59c6ac24727cb3e6e980286abce4de62a2beb1015d094ab76d1231', '\x0f743b5a587f95fb5ee361f6fec1a40df2da20ca95535e2be3723601076ab59b224df6e8032e60b21fa057acd0f7767773f14d85de6d8b0bac78be0c31ffd41ef699ab522df264cd408e748e11d4b62b26097ca608d5ec8dcef84134d7b396139b49d4a74958599450c39f58fa51dd8ec8cb1457f5f9f55f37ef1bc977fabb2d84213bf1cd50da30ab947f584c37752c226443ef0196ef7a38088d63922798db75bc3aa7d02bbc48ecf77add6b62c68afcccbceb1e1a5f931cf0c02e559f98dd934c1fd7c1e2ad031cbdbb9a8ccfb4e1a2527f3bb5acf2bd7987787afa9db489677a366864f18790c15fdef3adb90854d275ba53b2fb2dcbbf14d703e249eb2e7c24d61feac7d593f7792e31ddc768b116757a3b5b09ba976769ab0b3f95d55d07de66209cb793f6c6139c5bbaf320ca2de06d206b8fa8068b2c16edcf6f5c2b2cdf2a971ebc7c518ee696632765f047a854021044b19a1f13143a56b1bca98a840493e83985c795ee23de40abee90e13448b130793a514d775833b341597f12bae0ceb6e3fda8ed8a375dfbd23f632d3b20784b63d1c4f25d0620044d1931c2a0e854e54fb2b02db22e5862a99fc67adbec1ca4ffb3cd26a40b', 1795775895852881);
INSERT INTO public.idempotency_key VALUES ('\xec84b75509ead04dc615c12ab15b081b951096d5d6ddff47964f9db103043176', '\xe2ef09057bccbade6c02ed597c5fd1a99e9d4ba78714e0da0988f61c345c994e', '\x0d3776de2ac0fc88d9f3b8baf9bbf7a403394d9822272c538758cba4328052bf579ec9bda2dfcaec9efd1ad7f09b90b7b42fc1f9f5ecf54b5b95cac4b226519c68bb279d42dfeb45808294eb5e569d1304a6e33db2095812fb475cc893757eefa477d46a7e602ee6925b1ea1a84ae518317d588e0e0551b9fc42f5db2a160c95143a5d39302967efc03eafa6db5ed74f68b62e754dc08bfc82a1e67fab0e6daae4580b0c509f827f709bf4e0e565d451a9221db7158f5cad983cff949ffef1fed347f122f97445d2b9678d57c175548fd63be3366f242d90fb3cf5cc8f4bbd7692e924b267ec98d16c581ba8fdd7819bf73b75cfe4d42a25ac27c9f00ffd3f07877acbc999b8be00dc492383475c45f76391a37e5df482e0530ae3d576b6191c8c735a5638d7f134a03f10ace434dcc7bb4e6aab2457518fc005d25baafcc63ded0994a9c89e47b98690afd325d2999ffd64b06bca2853209f6ae43c2b9f52cc4f147cbba4fdc3dd69bdc496b439b4e933848c28e6856e9921970ea64614ffae11bfa3a55989d02e03d4312c5c2f5f80447cafd12ab96cbe17c276bb017b', 1795775913213065);
INSERT INTO public.idempotency_key VALUES ('\x010337b4f90eda42b87655bb5bd3742e29c58f61fc5d6b2c4a5caab1e0e4cc06', '\xa6ef08edab6c50eaf9f5f6880ee613bd64a044c19257f8fa96537af671baefea', '\x98c82b04e285982ecd240fca943e466202efbfb76c27c1809a53f885c1262c50c4edbf92a8f659a64c8d7a3954ea0576c7a5c776ca74e05ff8189ef502730be898ce03829d51000edd520f13a58258ee48c7f1d40d921a8a7bfbafd4ebfff93df860425a04e370c24fd5dbf7b00289d752f69f4baf8f93b6dc283a2f5a6a21c149ed0aaccde5459184e84736a326f3338af259a427d1693959c9b3a0cbf07093c5f62258e2148adf5cfda241060dc2ecac0980b2d7d86db4b6bd459285d16ad4cc3d53d116642b76c5bd02f86f547e06ec7556a006b2f991c0706b6fa245628b12dbcf446f60c93ebb871fca0aa3eb125c9b5793df4db5b2a01d0b394686204422e94cf613a99f32f28a2065ff434ad2c0e408668f5c4dac28ad8880f5638248110da83ff525021bb972cce426efd35d7e7bcdeb87edf3f8d9822a4363fbc8a024864aebce57182e7230268116742f46ec0fc9958bc2b747024ddf0e3b5a75793df6c1456817a62d11a04610b268db478e40d0ca5ea0585049196fee41f54becb78af4565fe3cfec2588740ae334d87d03e17a0d1fdbf6d2b7fb30b782cba191b30d722a15f3102e8a4b1523fffd608af21791e54be7d536a828b363495c423653b504671f1ff89bc06de920478db435807d885ae3867a5665a6785a5ba7daed1f20acc948ddb3bc0af1766d26c6e7224f9b8fc2c6a05cf1730c48668679556738e03dfdbac6ca712bef47d5b121311800a83a3a625136733164ca29039fda104ccdcd242fc4eaed2d6c39f8818a4c67e8682f2198b7e18d4f7f425cb13d875c6d5deaf614fad1883cd3a78aa274d929288cc3920b5fd8e98088362550492129af45f8deb893d91478f7add130b6b091c23a6896d7ff7f0ecada65c9d6e0503cee1a91302a3065af896269625f9af0874ab7479049d35a77cc7f5303858c849cf202b3134e1b429130cca1300d4dd340da43f40ae143aa1e79c9b3f4a314bf90efdc5676f4215ff2dbc7b1410ed171b209de7cad69acacf03f61d92fea258ff40530d0028f1f657a74ce14316c685d1f88e77339183e36c9f161ecb1713f8f66815839a89519cb04f07399d09e286c48672bf80f56989ad2f080a3f3181f566696260f9fbc117e9da928253fcb4801d80a3082f96e74ead5a1d02dd7699cacf35e8a0e8b3e3758f7085424ea376d2ffcb7fa598f5f19e6a52343592db513b79ba2251f655f9a1096641b43e7d66cd6074eff34857d6c1820b0231763f65190be186d58f51fc754c633844ea90ddd9ba1d20903d08f8964878a6960e1bf02fd3fda5d7d9e85957661ffcf373b5e5a94e9eac70a945839353dff7435811c375f2d83fc0b36d2f9fea832d33fad61070107da62dbf3c9dbe4ca8947547cd869fbab8cd36e0c9e18e39da2331222051a87445c8650aaa054741f9f521c1700c520009704a8413d12ed0c5cbf267e94e71202f62dc84a6412bfc2b8e5e4631951c7ef670c1f60734fd5ded8b30866a70e9590f17f479fd09281468b2689cce1dc87462279f3f0ac7f77295b65ad2534ed38393da9b78c3b3dcdc10bb1c97fcba9f442a09c3352299c456e19f55a8907f5ab6a6a3587108aa1053c0bc38a60bbc2698519f7e6b736a58aa9aea4472af44d69d382217294afac6cbf01fa1a6ba1499269410ce7155f16a11dc47a20c047ad5f47c433f1d1de94ede6cba14bc626bcf36dbb41f3400858806793890a83d0de5b50411f37104a8ee580c1fffdbaf425c285deb7ee19efaa57b85e35ba4179dc5f776a855df6ab2a561e4862fb7d5b447d4f7e112fee88917654c6b6aab966361b5e8d18964e0f9cbc4c3e011d9f5bc6652b3ef37926fd6e5de6ca292e6ee4360c4e35938eca4548605edfcfa423941eac5b809bb2c0002d965d4e031fc060849d2994c328ff05d2703d3a05b82e079e5dd92c0ae063f191ee9d755dbc41e35d7dcb0ee93fec56379ee67f5721ff845ab061a083d931de29dc1a47a3879898f08563ff38cbe91b08493b281972061590345c79d23752670278e57a6a7c47f8460a7ab464445fb80182f55b8fd0a92b78499034d784219cbb1a65de8c4fdb68ac867313babfe5e3e8169869035d7b2cf9b49bc3b947939fc6ecb3abfbd2469483e52714ee08b6313cf3bb6c2f3d19a207d1fd94ed8078d2145bca1b4239e9575f858d1f66e8e40226d0842a3c0df6f6d60cdc676b3f7dacfe6c07b5b92fe080d2aef59606b59853d5151d5773dca3d09db68bba9db1cf97675d21d7e858b40f53013bcdc827c7b0eea546657721bedfeb2c36ddd8bac8eb118834cd66ab4901fb612b4dbf5af954484f11b9488c240ef12c8988f683d287de9dc9cbb0a5b0a22453b0eac845a66e27eeca9d88ad3e63e70c2fe8cf62e34798b3e46bd2a03776eb838045ad1f7b6606718ad93aa94088586e1c4c32f55f0664184032914c12d4cf9636958a9109eeff069dd7638d9d8d704de7a69be010fab029c9915daae82ddafc56a1fa6b54efc92095c7c5b022c8cb30b9ed8f17775032fd3ce306e6ab960955cad393eb9d17479bb78e901489fef443bde82dd95335a6bee01af05911c22e4a81608d792c9518782fa70ad18e77ab8d7008f8303b6ca71feb5043ab61239483e55f061dbfb9fc74b7b3b9dad1806f70416d012a350334cc9d3c03782e14acc594dcd3f7c30d0aefd59245bfffd5fa992e28d869bb1f72d045a26a614fd8a7b93840de249a07a5fc8e01e8e49fd65ad67f818af015412a5e5cad8591e59230c819cba07feb3880c454d763aac202d678863ffbad4aa723061e58fa07a92e56ea0259db3400cf3ae4123c0297264c0757920bb0aed7994d90f604f65a9a864952269a486159f0be221ba32cbe64b4d9a8346d0090967df596d1d7395cdee7b6066b954a4ca79bf5c88986980269f6515aa7bb3d5fddf0210d0a31da300f4ae2346df8b9b05f35bd836a44a1b2a58be03e0504bb70b20319359287df4f50ecd576d43d0689f6299497d1f709d136626caf50f6f9715f54223e60a3d681b13389c3413804b737530a8d2f1d28508482bf5b702693e725aa55f7cc2a77849e77b9844b531c6a10357e95804f2d682b07aaf305b0b82416ee0a68d424267f772f108b5c6ad193855a9f3ecc147ac8b93bba3299b8c0dfbc63f6aa171591cc36f96ffdf792242654ae0c7fa7c07238d64d0116c8b1609d9e59b314e301fc2d6d9cee3a7d145e4ab26c909e44566d35d0c50f8110333a0e102780c94820ad33ede2e803205213495e4ea8fa3f97fee8d1f5d93aef0e25aabed5d4097e2ec92a0f3f423a457397fded9748bd9944213bc8d0da7af75a17979dbf5cd444398e75ebca7c9d094ccc308957b525789d12f8b5db21a90a82e9cb450b7d80ac158d99', 1795775919880584);

INSERT INTO public.join_consent VALUES (3865372908374617, 8358036881076147, 1795775920340798);
INSERT INTO public.join_consent VALUES (3865372908374617, 3353768163646487, 1795775920508083);

INSERT INTO public.judge_terms VALUES (1210894225164374, 2122610114101121, 1795775913487966);
INSERT INTO public.judge_terms VALUES (1210894225164374, 6905250264584355, 1795775913788768);

INSERT INTO public.ledger_checkpoint VALUES (0, 'dumps.guong.test/ledger
0
47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

— dumps.guong.test/ledger WN81DZiQS4SCCQWzHcwswSDYrGK3D9PJul6/5rDF/QhGHa3qZBZzfVV6feBgsemevdFEhZ2piHEdON/MUUvdZabDjQ8=
', 1795775878991697);
INSERT INTO public.ledger_checkpoint VALUES (33, 'dumps.guong.test/ledger
33
VwPfjTMNNKjTULZShBKYNdGTFeQWhTBISRCo+9uFjnI=

— dumps.guong.test/ledger WN81DdTfogPYjKVRPrIcaZ9EiWn9qJakDHCwQQ9to1c+EkXbp1qiYkouvHq6+ZP2eKrB8ub/Op7dccifih8DRM/b2Qs=
', 1795775921480365);

INSERT INTO public.ledger_head VALUES (1, 33, '\x0000000000000021e13e36d23cf6432d4cceef7c6fe5bc4151c06f8e4466285c4ead81d06fed3415987f92e878ef171ce54fc111a0a828cb3964a3e5439f6fbd932f230a1093ee8c');

INSERT INTO public.ledger_opening VALUES (0, 'account', '\xb4f5a0d42026f825fe0b58e5076fa93e', '\x75d17fc17e5a7161bea2d2671cb1be6061a1c7513dff0af8fe38a28c739d510a30dfb37534f50e9ce814f5');
INSERT INTO public.ledger_opening VALUES (0, 'actor', '\xf77bbb2cfcedccb745edeaf30424751a', '\x66c960393fef48dd30fc10ffcfa7403c9040d475cdcce00d864d7a0012');
INSERT INTO public.ledger_opening VALUES (0, 'grant', '\x6ff716f9957e894f4aa82f6cb3966541', '\x1c41979b83afeb65c68ad59aa59108b889078f705b294c9cd4c33c9caea6ab4dfdd981173dc3352a2574f2');
INSERT INTO public.ledger_opening VALUES (1, 'account', '\xefaa96ad7e80d3522cfc322e692091f4', '\xf5c2335c810a0e272a2dce8e9dfb0334b1afd6dee32a3ddbc61d83fa08354e4ecfcc45ac63f77ca1400021e3');
INSERT INTO public.ledger_opening VALUES (1, 'actor', '\x118f9c1a5aabbb14919ee0a9f51b8149', '\xb25b1db63afe8b4d69bc2f98b35b025e39913b37bdede8fd03cc85b2da05d4ab9ffc25efc33fcef55d9701');
INSERT INTO public.ledger_opening VALUES (1, 'grant', '\x8097e3cc9b70adbe44f21f44d98f53c4', '\xe3d45f4a43e42d967f7ef628cc1ad71d0916e8d5a79de952718dfdf64e08a84453ea33fe48ea395318f2d458');
INSERT INTO public.ledger_opening VALUES (2, 'account', '\xd0025589f2244942e5611a39e8a3aeab', '\x30fcecf03d319fea96710da1384c1f9327df8fee63181b7e3a38909859bb60eadbb27fab16f56bc8eef81428');
INSERT INTO public.ledger_opening VALUES (2, 'actor', '\x968611703e29ae4fed486d52c3ec4653', '\xe2622103aa9451ee2d570e2680cd80a4ad345030d4e12af45ecd3c2626f21971ddbf09586ffeac7b5f4adc8f');
INSERT INTO public.ledger_opening VALUES (2, 'grant', '\x62babd5d7d157f7908ca025da846ca98', '\x60a4579e66583c03d435ae929174b38b898bbeb2c7eee477bf552b34f5000232c375c82803c6443d5475d6fd');
INSERT INTO public.ledger_opening VALUES (3, 'actor', '\xe768cccf0b6bd10d07212a8b752db429', '\x3ac882cb2c04d8afee0ee9958451abc1c60fc8532eb1ad3562e7c5a2a69d217107f16787efb37b5bbc386e71');
INSERT INTO public.ledger_opening VALUES (4, 'account', '\xdffe3a73a673a953335bbb73a6f0441b', '\xe599abfcfdff513a201158041da794642b9976be9577b915b9e070fa8a10d6b2cc7a8d0356b3aa65a8e46f67');
INSERT INTO public.ledger_opening VALUES (4, 'actor', '\x8e3c85ccec154f1443549c6222eff761', '\xdd60a48d4d954ccc141a20e0e53002edc64fb02545c8aabe1dbd221174a11383c60543405d0e6cc409e390c2');
INSERT INTO public.ledger_opening VALUES (4, 'grant', '\xdec4de1e1c4bc31961fac94b82f9fb82', '\x959bd76c3179b2df49b7b05328dd70a6b4b2fcec4838179d1ab793c63188223839f1debbc64a19dd0708c6ce');
INSERT INTO public.ledger_opening VALUES (5, 'account', '\x8caea2a7c40327a06c8199ed052a95c8', '\xc690e041887484c951fd4faf632986235a8ba01e14c644bcfb8069c034cea882a69ec5fb4a626ffca2462de0');
INSERT INTO public.ledger_opening VALUES (5, 'actor', '\x3e77cdba56eb138ceecb53e62cca5a95', '\xbbd7a7d1992bfba086cb1c927c7b822cb55e4baac506ce7cef4af53a8b1912529950a6f0bfcccf98226aac54');
INSERT INTO public.ledger_opening VALUES (5, 'grant', '\x7ac62e996a465749f2d4acb34b128a2a', '\x65234a766532740f275ed752ff3bdda88828130c9085f663f6aa9954ae70f7a628ba3be4f5580c1a8c828bb9');
INSERT INTO public.ledger_opening VALUES (6, 'account', '\xdc4de58ceda043e2145de9ddde07adcc', '\x8e7b741ddeb04869875f3140270dec3b1195940e16e4fc1dcb6b588575278d84066027ed09945a102845f387');
INSERT INTO public.ledger_opening VALUES (6, 'actor', '\xd48ecb10494f4317ac5caab586986423', '\xe32babfa3cf3be99ab1f1c1b96c6415a104bab12a09eaef6569dd92baf4ba5fc73cf8be2afcdc15c566b077d');
INSERT INTO public.ledger_opening VALUES (6, 'grant', '\xc0203955f03901f9b8715a41bd738990', '\xe2aa91298555ea01b70c75410de3faf550cd6c7b4c5e4b02dd49b38ffd89b7d98b087541be7851fabf1a00');
INSERT INTO public.ledger_opening VALUES (7, 'account', '\x5b93f69d48ff19f0a2f9743d85888e3e', '\x71082e109629e9d9a6b0e5a473e92048d087301e3a5ea9991ed345098c6a385834eaf597a5e5a6f691ba9227');
INSERT INTO public.ledger_opening VALUES (7, 'actor', '\x777959647e1a2295cd2570eb20acdcbf', '\x9a78c66ceb8e803473f326db0c984037dd7ffe4f5c5a91c8954f5e5b19592a18af24d18cbfcb2f7a5d35d9e6');
INSERT INTO public.ledger_opening VALUES (7, 'grant', '\xf37b15fcb607a10d1f8da443f0ee5578', '\xd979ed5c6750faf8c0c09cfcd91b1a6ec4fce8f6f0bf4826dd150fb4ec05929fa03e1ed744e41356b355016e');
INSERT INTO public.ledger_opening VALUES (8, 'actor', '\x5167876e2aa7c616a2434ebacce1aaaa', '\xe8c3912124257aeeb8ad252bdfb026840339b3cc6b3c987e8dbfca5ef9d76f316e7b53f51193e36a88eee544');
INSERT INTO public.ledger_opening VALUES (8, 'files_sha256', '\x29dfd8557f88543840bb15bd8bd8ecc6', '\x8edec944011b8df11fda746feffcffb6df4dcb468ce8ceb4791c87f0');
INSERT INTO public.ledger_opening VALUES (8, 'number', '\x763e397ca1b1f0b66ace0fa0c9676a18', '\x1fd4289b1565a55e49af7cc832d438371bd43a4f591f74372e16c0718849b7f0de47b06bb1');
INSERT INTO public.ledger_opening VALUES (8, 'text_sha256', '\x83ddce49099e0eb38a0cae2ce8ab4a4d', '\x8d865753f2705dea19a85662a7a1dfc4151ea8a4141768996aff9f7a82e79e89807a550c9fe595942c4ff2d402e073958e6933914246a7b78da1bec8825836ef33b253b08dccf618987ecd8385decddba383e528e25bb54c5ab543bb');
INSERT INTO public.ledger_opening VALUES (8, 'version', '\xfcf17baff36d1c8fa2ca3b6b5fd2f2b0', '\x753df5011efa550d44fa0dd8ca8901a578054ab51df2c3f228050f95c8');
INSERT INTO public.ledger_opening VALUES (9, 'actor', '\xfd62f54aba1c0f9f144579be76fdc507', '\x3d59a152f6ccc407d1b8c7588a033b7aa2131127f8e49d28761073b95f1c253adf5085aede7f170774580439');
INSERT INTO public.ledger_opening VALUES (9, 'files_sha256', '\x80515f8bcf14c03e1613fe16460f32ea', '\x8478fd697ea3d4a190ba40ec16d87daf11958c31543657224ea48d3b');
INSERT INTO public.ledger_opening VALUES (9, 'number', '\x10526467682c45034af7c9845f62c4fa', '\xe28e64b838ded51d9f1155adf1fc35916e605b296b906465633ea041a862fa8e46f468cf6f');
INSERT INTO public.ledger_opening VALUES (9, 'text_sha256', '\x08bc36ca78ba08e78607a7331e0f8f72', '\x4d62452b940798831894ef77265212df90d3176d17fb9ec18b748b9af64c21e1a64535f76ae1779ddf1e6689ca2cd72a92c335e93cd4e049b7808dfeecf336835a1b02be5d1f850b2813a21f534fe9ca63239cb708eb88156c699d9a');
INSERT INTO public.ledger_opening VALUES (9, 'version', '\x05c42fff9dc47da30f1ba689209a05ab', '\x41a8224f2b80ae1195936be2855740d62e17a3f51d38dd9240cc8faf83');
INSERT INTO public.ledger_opening VALUES (10, 'actor', '\x2f6b46f1f97e0dd7e457f85a1089a5ae', '\x4290ec142c98c71634e95fa00342ef2984d32608dc2d22a0983bce2c69e9a65999bdf087398ef65d9088a710');
INSERT INTO public.ledger_opening VALUES (10, 'files_sha256', '\x2b0b3dc1a5d24b52a64880bee552bd82', '\xeb5e4851f383b7d3ec476ff2dc68a54f47ccf36d8bbfdeaaddb9e577');
INSERT INTO public.ledger_opening VALUES (10, 'number', '\x5361246e8166f84cf23c51f4ffcd967d', '\x24713b457db44cad440b5bdf86546419d2a77296a35099180ab542ee11ca6596cfa068932d');
INSERT INTO public.ledger_opening VALUES (10, 'text_sha256', '\x54626e90c468ca1d7713cb5bf11154ad', '\x1379e51f3bf920437204310143e6619a73cdbe3a8b76d1eca650dd896d7f3512e850272de3c01c2a300cf6f70ee3b02d935cd22f328040c6c2d6bcc316e615ca3f587ed072dc3f4082c5be29fe175bb60904160823c1f521ef2d50fb');
INSERT INTO public.ledger_opening VALUES (10, 'version', '\x0d791e9feabe4378818c71e089077559', '\xa1393ea3d09b2020aab0f9c5c7795884bbf101127cc2437c4d19b4564d');
INSERT INTO public.ledger_opening VALUES (11, 'actor', '\xbd834f3231c9c839c67b969306fa70e8', '\x44d8663b44a1f6feb73c677580b9d69a892f1f7f7fec0fbeecb656fba08632fd13791b90836c10272c29ebb1');
INSERT INTO public.ledger_opening VALUES (11, 'code', '\x343597bf1a8c34714577d8e3782ee4cb', '\x396147d27305294643cc2553210aa7e1bc6c604652d4507725fdcafd83a095d3bf9d');
INSERT INTO public.ledger_opening VALUES (11, 'number', '\x71f9108b5f98ec45ef979c4a6da46a3e', '\x2b6a3c469a5823b37b92c7bf028289c2bd83d14788127fc6676c7f4483f813b9eb64cbcd4e');
INSERT INTO public.ledger_opening VALUES (12, 'actor', '\xd605ff3c645452937ae95f1d53f1258d', '\x8420956ef431871e6df56f96e814f7288755df4bf1149c31f23be77b209ab1f28a6e40fe3d11594fc779eb31');
INSERT INTO public.ledger_opening VALUES (12, 'code', '\x354a2d50ecd83564f9809df21f4f0bc0', '\x1ce884cda68c137a87d4b9b615ac9f06eba0669baf685430a5c2471565076d11e686');
INSERT INTO public.ledger_opening VALUES (12, 'number', '\x5e2b4a6ade3d59cce46575daadea147d', '\x1b7287883ff01f070ac0e887902ce540a0c211c4a23e92f0a881890ff5ad4174266a672fbe');
INSERT INTO public.ledger_opening VALUES (13, 'actor', '\x3af954370ca3c456cd8d5d1b754710d9', '\x8ab72e45b08d7a1ec2ed35d842cc9d15a3e1c495bd4b4fa225b0d8bbc5c0e49e19cdd2fb7afbde5df989dec2');
INSERT INTO public.ledger_opening VALUES (13, 'code', '\x09d6aa5b4b8295d7694ca935174883d7', '\x007ef997a4231b98404559a211bb83c0663f8eb65a66b36d902f93686ad135e2d874');
INSERT INTO public.ledger_opening VALUES (13, 'number', '\x751df25ae3b495a0cdddfa9ae80bc272', '\xa8139ba4ac8657727005833bc336a9a17ea41912b059ff2247752de4e61a1334f14ad6b060');
INSERT INTO public.ledger_opening VALUES (14, 'actor', '\x3ec1be3f4ed95fa67e302a2d79800cc7', '\xdf91e60e2862f602f09c91f3934ef4da890638a140b3a1d6f78b307587958d4bb4393b64a1f378726ec21d7d');
INSERT INTO public.ledger_opening VALUES (14, 'members', '\x6b875fb9cfb62f0697a955dd2129e0e7', '\xbbbe2f42ba15a5b25c925ba8244514f3070599897bc6ad7beefcb506f0eb85821b600b5770ba5a820fa1cebb1532d0c6c14181b6df3ad7c75050330d18');
INSERT INTO public.ledger_opening VALUES (15, 'actor', '\xe8f923fd61ab1fa2f38962aeacb8b028', '\xb1d106c10dff9c0bd72838565f6f2dfd1e2fa23e8491e7b2f49b48921db010c6ca27a8d1122fa061bf14d37d');
INSERT INTO public.ledger_opening VALUES (15, 'ties', '\xe2a28bf2ba2e8b25b4653a18516feb44', '\xdfe956d6f1b62c8426ea9b87f6f1a161c74b1eb0731f5a8928205738f7');
INSERT INTO public.ledger_opening VALUES (16, 'actor', '\x518583f6a7e62cc2c7e4e836178b5124', '\x0332b0e26a3a44273744de83c35023917c925611b83516d9b41b68b9a536b221b8246b3e51ed92fd5dfc9a9e');
INSERT INTO public.ledger_opening VALUES (16, 'ties', '\x96652f144e99c7301d202aab211aa973', '\xb34644ac6be30cd17fe4ad4f1c711bde084eb8334696600ed941fcb2f4');
INSERT INTO public.ledger_opening VALUES (17, 'actor', '\x6f9bcd6c73f083f75b918c2b18a77552', '\xf2f61a5ea47bf43dd6777d81cec39256495e62fe3c55c00b56382e8bcf03959eab1f22f8362f0495fa1e99e8');
INSERT INTO public.ledger_opening VALUES (18, 'actor', '\x9f1e7c65429f3835e997d28958590e9f', '\x3817c8152c34177d79e162f4dc62a7fa0c27e7b4526f876a96ef7a157e430cc905990b68fe79b816f59c2cce');
INSERT INTO public.ledger_opening VALUES (18, 'pairs', '\x76fda6206bb7f261cc4bf5b5906d8f1f', '\x2ac8cb6f0a27735a4d289fbdd20b2e51ed2b8b58da0f2765115f00b5ecc097ebbfa2185eb537e712978cfc4f62519f7c45cfaf0900aba04184e34350f42f067e2c26228ef0763a183e262534d3481161f59d14f021bfaf5322601de863c5facbaf0845f2702940aef07d4bc0fac831a0535fb553ce9793a8de2031fff6b801d4e3a379863febfcf3882f92acb3b444c9236addf89c18f49914c5058ee8e0b012778452daabf0f470ff1c2b');
INSERT INTO public.ledger_opening VALUES (19, 'actor', '\x5481bb2f5c5a2cc41a7143b453c3bfd5', '\xd41cb4cfc8684a4b6dd6a78b6fcda5ea29d368bd77774c40fdc99188fae51607c42a37454011dfe9109aeb44');
INSERT INTO public.ledger_opening VALUES (19, 'code', '\x1b56cbd7357f64c298b15136c2e32e0c', '\x117ecc24e2bb7ee21f2f865f8f1b6887399adef7062edad369ad49c8f6327ede8c49');
INSERT INTO public.ledger_opening VALUES (19, 'judge', '\x07f4aea5c3aca853b490d530f79a9eb1', '\xcf7030e081065501dc101bd91071be587a301a7c1b618d198cee1ea1e5bdec2203b3db990e54e50f318020a5');
INSERT INTO public.ledger_opening VALUES (19, 'marks', '\x081053ac66d7b30f883af8b8e1740f7a', '\xf7af4df5e68e068b892abf2d05e830226ff2845fb31d05809e6c9cc7b1446d66a206ff266d55496389f425f4af7c15446e384ccef4a8c1080bfff7e1255279b25262d91f0b82d9');
INSERT INTO public.ledger_opening VALUES (20, 'actor', '\x8ee47ea3f03049467896e5e29d38d949', '\xf47798077253f26375eb056716da212f204fd6a1f032a9df9ce30a06674e6a515285d90f68e9483a97a28c96');
INSERT INTO public.ledger_opening VALUES (20, 'code', '\x4ce80408b8bbe32a8a2dececdf4bb62f', '\x28e83bff7fd3bcd3fe34919fdd83cfc00ae048e0354609a1bd014162fc3d2daeb9d1');
INSERT INTO public.ledger_opening VALUES (20, 'judge', '\x5e1227c651ae2f3883120c59510ac37b', '\x55415dcdce4a8231d267159fe9995fddd5c4f735d7716147d18a5e4158004a65fc9dd372af7d78c078acd8b3');
INSERT INTO public.ledger_opening VALUES (20, 'marks', '\x42b3d9a8b88cdb90e8c4fb207f7ea4b6', '\x4d0c898daddb351828587459365fcb2a97788d41bb4e5bcf9c1430190d55fdafe79af42843725bc09012145505c83903e497b472650d16143e5cd9268e8ac9d7352fbd88339d01');
INSERT INTO public.ledger_opening VALUES (21, 'actor', '\x1bd8dc0b94f01cb02934fe93b8b8971b', '\x811be8ee00baf20a66cfb75107d5d9d3556b844e13f3caee50852be5c06b9a26586f5eca4c83281be150c2f8');
INSERT INTO public.ledger_opening VALUES (21, 'code', '\x269bc2e88d1c93ff1f4c94e7ee146327', '\x4691693ad10510fd6f790a04df2b6cd466888adcf3be8af4929f88d35c0e027e953e');
INSERT INTO public.ledger_opening VALUES (21, 'judge', '\xb535e397b86c95ab0423d1970fc0d5c3', '\xd14222fb40dffded4707cc3292ba3d5e39097642b95cbd72896c8c966bdf5b803cea313c08a0d05de32846e7');
INSERT INTO public.ledger_opening VALUES (21, 'marks', '\xb9cf02d8f45ddacadc299c46fb29523b', '\x8defe10c28de67af06ab302f9fc61f9483116e35b404d9e23271a22e77744862c123335cc6909de464d8a7659f4660a476717d74709373ace06b78560e3582fb2650b3d9b0e32b');
INSERT INTO public.ledger_opening VALUES (22, 'actor', '\xbe6803b125a708ef01cb57196a46dd2c', '\xcde86add15d9fd3ce615a3a12419e59c33a441f48d32ffe9d87b563ccdfc51ab6fa437d8e13f6d7f205e3430');
INSERT INTO public.ledger_opening VALUES (22, 'code', '\x492301404d5fd726e496215608e7eba7', '\xa2f07f098b69d155b00999e5fa9e7577b1d0a99237060c0b80ac2c492bd717774ddd');
INSERT INTO public.ledger_opening VALUES (22, 'judge', '\x54370f6aa94501a27a5c76fb91a8d392', '\x0c1953f4fe72d320ac2562582564c065f7be9603eb5f2e20124038e382d9c0e0495771f9a597a2e5490c7428');
INSERT INTO public.ledger_opening VALUES (22, 'marks', '\xda3f04cacb4e213ac9932d3b34360edc', '\x6b26d25ba4ad0af3c5748ff70938858efb7da4292a1f4fff6d2921eb3118594eec523bf007ab997aa2c893e2ddedf5eb830cbdd2cfe9a93a035f768e6d82812971f38774cb08db');
INSERT INTO public.ledger_opening VALUES (23, 'actor', '\xf5a05c14eee780e6e7107bc5ab120356', '\x67bb1466f4712a70a0580e8ecafa7e9177849825fb5543820967f3d22a99c78bf452f55f344e5cb8c1ee9199');
INSERT INTO public.ledger_opening VALUES (23, 'code', '\x980e5a9904be95fe8e2434cdb54153a7', '\xeb507b6ff059f3fa628127fc3613bb98cb8acdf392388718499ddac6802488b45617');
INSERT INTO public.ledger_opening VALUES (23, 'judge', '\x3d695b18ddcf8faaf5545d3736eda5a9', '\x2e76acf352faeb21243c1a8dfc510322bd68f595e5b2f95455c65d194231c0064e76816459303236d6f1b926');
INSERT INTO public.ledger_opening VALUES (23, 'marks', '\xa745ec52d29ee7694fc671146fed7c03', '\x88fd798676d23146239b75692b31eed34694ca3dc7df270a744dc7e05edaa1185386800b9b33e73af664e677abe0a0e74c020a033b5cfde44cdb34bf74d5579062f50e51cedae5');
INSERT INTO public.ledger_opening VALUES (24, 'actor', '\x9b186cb87cbb7e628655777598e916b3', '\xa77a7790bd6c0d8689726b8880a44b3b3e28d53871af5f54a2fa0123fda3608323494e8c12a550f3e3237485');
INSERT INTO public.ledger_opening VALUES (24, 'code', '\xb3a0c656d42ef8138310a99e54099934', '\x319b62f071e6edca8d55d220f18fb32d8fcb6a833991b13eb82eb478e308d0134a10');
INSERT INTO public.ledger_opening VALUES (24, 'judge', '\x3c5281928e642c59157daa09439cc629', '\x7cc7ea9dfdb64a23a09b2318a188861cb5ff020d82acc7f184c6360790d9228914eba2b113db4caad7bfee78');
INSERT INTO public.ledger_opening VALUES (24, 'marks', '\x6e367942b5d1c8bfc2a43b13120a521c', '\x33482b782dccb1bd6256256184307f0b02eff53b30b5e6da4df2f25dff32aec503c9803af6e18ca04672be667a916ca9fa5ba6e24fb058ad561cc5cb4823b84f5001253e790164');
INSERT INTO public.ledger_opening VALUES (25, 'actor', '\xd3014b4fefbf63cd905881af955e4c09', '\xc508239c2c4590d96e9fd1a950f8085f8ebc74a474138f34c724ca69d807a08ad1e96890b02952430fc8ccad');
INSERT INTO public.ledger_opening VALUES (26, 'actor', '\xb07d71539be523976340690dec86eab4', '\x60ec0e5a9fee235e3a9d979d58ed671c97c1173646f5918b56d76d9ebfc758ce5921ca09181416d28c62a210');
INSERT INTO public.ledger_opening VALUES (27, 'actor', '\xcdce6a2f220d797d1d39f0852f9557c9', '\x7eb95c529cec99f7983231e156a006703f2ffb85512a52f29abe954743f6ccb64844f59bda91790e459c048e');
INSERT INTO public.ledger_opening VALUES (28, 'actor', '\xffbaaa0ed601ac8bd2d5e79683f7ce71', '\xf8bc85023f0d125f0f0f5848a8cbd574e58464633140ffc85d6b287685f5b79899ce14178b822b40d9169439');
INSERT INTO public.ledger_opening VALUES (28, 'first', '\x6913eb8a2b88945b050f3df1975c4721', '\xb71a017a74f2f841a128333103e08b5c09c6a17b1d220423ebed13f6b895cae301745cfb4fc783ba8022b17e');
INSERT INTO public.ledger_opening VALUES (28, 'second', '\xbfe36cf8537a4298759633071e3fa001', '\xfb6825b47dbb331c49b8266ec631426fd631b6b14d1b4f32d16fa81f570dabfd5c9f3c51889931490e13124e');
INSERT INTO public.ledger_opening VALUES (29, 'actor', '\xa86482aa5fa821cce5761022c59761f0', '\xb7ac53cc4b85f4daf356cdf43303b117f096df9ab3d6cacc448a1328ac705ae0e9717f997400c96208116f6c');
INSERT INTO public.ledger_opening VALUES (30, 'actor', '\x6a3bdb1f44af9e4000d52dc83823f6f6', '\x34c14317cfe5a90566ce89e38d56a155d1345bdf38450ea40861df2fbd9858c7679e718c69375e6f35ee1f22');
INSERT INTO public.ledger_opening VALUES (31, 'actor', '\xfe8cbaf6341b05ff3b3400d69124ff42', '\x80369c82429fa1fd378c174f9dd15b3dfb92572224823d1b2c4c9276b880c31ccd10b77f21512e218d682447');
INSERT INTO public.ledger_opening VALUES (32, 'actor', '\x87583496ee0557d838522980138df37a', '\x6c095714500a06513e13e348113125d9a34d09c134ea771ebaa47bba2a41a1ae8687b366e78d566ae6bed965');

INSERT INTO public.ledger_record VALUES (0, 1795775880533824, 'grant.given', NULL, '{"commitments":{"account":"3d7c64fc36eb8becd34ffbc2451e7c5c27e6f17997d5e2a69f5183d0a08530b6","actor":"94dc91db0e45c7d427ca2d29c08a93fa272eec75fb23a67f911f391f977bebd3","grant":"019c9d57e52132338c82cf7fd5b229cab48549b7904f7e5b55068dcbdda488a2"},"data":{"role":"administrator"},"kind":"grant.given","seq":0,"time":"2026-11-27T10:38:00.533824Z","v":1}', '\x5e9c2aacc557a86a8e0b9fd0d3746397cd68784a438cf0e546f2c7def4169ec4');
INSERT INTO public.ledger_record VALUES (1, 1795775884261369, 'grant.given', NULL, '{"commitments":{"account":"a42a6bc2c74f23b738393e86eca42db84ab4ef14d2bf8ccb565d0369e2036725","actor":"8777d492bd2008a481431b4be40d29d4a59e532884e11b035ffee11213e784be","grant":"ab6e4e75bc3a10392ca95615c4ebcac2789ca50dcb535b1c68edc81437f0e794"},"data":{"role":"organiser","unit":"2901637582832507"},"kind":"grant.given","seq":1,"time":"2026-11-27T10:38:04.261369Z","v":1}', '\x23fc46165af89dbffaa4262728c819e57ba626bef16326d21ce57f55d4f0b08b');
INSERT INTO public.ledger_record VALUES (2, 1795775885143015, 'grant.given', 1210894225164374, '{"commitments":{"account":"d8c5f3062382ae0da90df5ddd45b881ffb977948084458e45a9858b07d61d01e","actor":"bb06586301900c73631eb7371fd800b35e72231949050058faee975833f902ac","grant":"3d8de0012041bedd9b2edd215e58649aa80293b6a49f8b76150c11677373c35c"},"contest":1210894225164374,"data":{"role":"organiser"},"kind":"grant.given","seq":2,"time":"2026-11-27T10:38:05.143015Z","v":1}', '\x76d99b313a05b9ff284c4415d722219936716278c659c428c493f62ab9a1809b');
INSERT INTO public.ledger_record VALUES (3, 1795775885804010, 'contest.opened', 1210894225164374, '{"commitments":{"actor":"a8e5580768769eb1502926efce81377768863776c357cbae38d2e08a741ca11c"},"contest":1210894225164374,"data":{"rule_book_sha256":"926fc562806b67e7b67087020aa38de06766949a830e827f141f61c254f1ea8c","version":"1"},"kind":"contest.opened","seq":3,"time":"2026-11-27T10:38:05.804010Z","v":1}', '\x913c54862b9c06adcd246b0bd5f93d7423e255f855147ce379dd046ba6b8a4ba');
INSERT INTO public.ledger_record VALUES (4, 1795775887161606, 'grant.given', 1210894225164374, '{"commitments":{"account":"682cd1b2a851d1938d2cc32898fd697fab29c097a4efd34721255c26e4dc6c73","actor":"ccb62762c2d3a27655613c863e22e56daa6221ee50bdaaff91e63722340c744e","grant":"37955e012d5db1507abeab04ec5ef66e4a6667a488ac1c4adf8da4c4a88fef60"},"contest":1210894225164374,"data":{"role":"secretary"},"kind":"grant.given","seq":4,"time":"2026-11-27T10:38:07.161606Z","v":1}', '\x7f0c3efb09e0a7b3ad022a564f04cd867477309ff490af8626c3323786d2960a');
INSERT INTO public.ledger_record VALUES (5, 1795775888289095, 'grant.given', 1210894225164374, '{"commitments":{"account":"5fcfd1be9dcd7e38fe3fafac35520a009bf0d8cf500973c94deaa8814b077521","actor":"3ae1124668cf323bd3a4dd10ec68224d74c900b6d6ca98ce08a30a4e38af7939","grant":"1043bbb3cc3d26178e343e58de20daa040e306d6f13cb10116905940db139a01"},"contest":1210894225164374,"data":{"role":"head"},"kind":"grant.given","seq":5,"time":"2026-11-27T10:38:08.289095Z","v":1}', '\xddfd37dc6d685b6fa2e4d283851d83314686c3a2f2d4e1bc5f23f72e987e4c89');
INSERT INTO public.ledger_record VALUES (6, 1795775889183196, 'grant.given', 1210894225164374, '{"commitments":{"account":"3cc248595b6682c71cf1381dad2aadd83de2d255340c6771bd0822c2c222dc99","actor":"b9ab7ebdd018ffecd9432f22c0172137716a1a2003c87447b179a0d9424d020b","grant":"47df648fc96376fb0a5e06bb02809d8f4d0a484c29dc3c39da29360abcff7d34"},"contest":1210894225164374,"data":{"role":"judge"},"kind":"grant.given","seq":6,"time":"2026-11-27T10:38:09.183196Z","v":1}', '\x842347e888aecfdcb85137bb9161fcc943fb5afe97a2b6e6874d12f662599c50');
INSERT INTO public.ledger_record VALUES (7, 1795775890090100, 'grant.given', 1210894225164374, '{"commitments":{"account":"29f4ac4bb6c9c1cb18b7ee787d56536c77d5e532ea4af39191114b20f79bd440","actor":"f1e2d38944044fd0b38d1c68fe5bd2be6ddc4d0977114015a59e592686f1cee2","grant":"c14a69258dc504620bec663bc87c6c4d1b4625902746ccf0701a6225de0d6165"},"contest":1210894225164374,"data":{"role":"judge"},"kind":"grant.given","seq":7,"time":"2026-11-27T10:38:10.090100Z","v":1}', '\x69a8dd31ef4d66bb704d0783713c39bf54a91f8e0b040f87222f34f76d6d4031');
INSERT INTO public.ledger_record VALUES (8, 1795775891802125, 'entry.submitted', 1210894225164374, '{"commitments":{"actor":"65cce3a063c8a23265b58a5110a1a202272ff087aeae9be24c48a69ceaf7af87","files_sha256":"c1d712b0450c2ae65873c22e639e28726500fafcb055bff8fe857086d9309b2a","number":"a13954335aa10f578c90945461dd08b1f6c0b48b52fd95bbf127f6296141ecc1","text_sha256":"f8adc1f19e03cda425ae646a5c644e246b470a91c4e32524738eddea99b7a83e","version":"4cf164b8d01d52639ab8e6bcd6a5ef18874d124a18ffe1502450873015e40282"},"contest":1210894225164374,"data":{},"kind":"entry.submitted","seq":8,"time":"2026-11-27T10:38:11.802125Z","v":1}', '\xdea0450b7bc5549a70d3599e0716020e4d2393a3b803fb5bfaf2766461ef12bb');
INSERT INTO public.ledger_record VALUES (9, 1795775893806991, 'entry.submitted', 1210894225164374, '{"commitments":{"actor":"9238e3a9a9194731c52e8510533c1a067c5964f3a90df276cd0df1ab866229ab","files_sha256":"ccd9df6e4976e3f19baa3c299a3d969369da98fcf32cd48a7dc7372937e6fbaf","number":"f742e9d940f5aa8d19e8b2a36497af71a7c49524f9923cf5e025d165df476e46","text_sha256":"dfcd4319025ffd66354294ababf6064abd02e8448cab92165d026e02d3f54355","version":"f504936ab6491f49239f910ca8e4a3b6d66b0a5e0ba376db40adf70578534223"},"contest":1210894225164374,"data":{},"kind":"entry.submitted","seq":9,"time":"2026-11-27T10:38:13.806991Z","v":1}', '\x11d2fa20f467684a9d775861ca3856464e7fea171c0ca7c844613e37dc6ef034');
INSERT INTO public.ledger_record VALUES (10, 1795775895852881, 'entry.submitted', 1210894225164374, '{"commitments":{"actor":"644c879ee3853eb3d1f0a82e98a9bedfa6c6c2b1cfa408b67b3d78443e728938","files_sha256":"9a5220be1ac2a1c0ef6eb972d02f49134e5aa411db644f47e77aecdd2ec0d734","number":"195427f3919987806fb17fafd82f68023fd93ba4190adbdfd487df68512c1db5","text_sha256":"52fa33d1e92cc7a966be0a235ff7dd685aa89ff2e8e1bd16509c3de1e9e1cd47","version":"9de4532e5f172a9ee4ea5f22f32bd046f63083e269972297b8c2acb1c0f1ac96"},"contest":1210894225164374,"data":{},"kind":"entry.submitted","seq":10,"time":"2026-11-27T10:38:15.852881Z","v":1}', '\xb996c2ee07d945a58742170db8ddbb812f2552728d6136d2d22dbe2cdaf13514');
INSERT INTO public.ledger_record VALUES (11, 1795775912773101, 'entry.accepted', 1210894225164374, '{"commitments":{"actor":"58741722a9301f3f811c684269af01660045b86a3f78cfa3a6b8113757b80520","code":"2472808b620cb6c8927cd45d82894038f2c855172907fa277c3efec46829d724","number":"743177e3f3fd593be0e2480ff0bb48db75f4b52644758ee984fc8e06988a5b23"},"contest":1210894225164374,"data":{"leak_check":"clean"},"kind":"entry.accepted","seq":11,"time":"2026-11-27T10:38:32.773101Z","v":1}', '\xc63233cb5deb3ce6d875badeb3422829fecef474437717fd87b48a9371b3526d');
INSERT INTO public.ledger_record VALUES (12, 1795775912773101, 'entry.accepted', 1210894225164374, '{"commitments":{"actor":"b409d0f1116510e7a8c26b2ee4ffb532de4fb5cd15bbc4011c138a1a7708b9ab","code":"9477b15f0522ccf8c57a66db004af0484979da5349079ed2f563c80c70dd4c9e","number":"916c715f1709011daf452749e9d94b48595ed271a1608afe5214aad59c11cc13"},"contest":1210894225164374,"data":{"leak_check":"clean"},"kind":"entry.accepted","seq":12,"time":"2026-11-27T10:38:32.773101Z","v":1}', '\xfd1cb1420b301efe0940d9da9154f72f869e6bc9877c0dc6b4d3b5ba454e38c0');
INSERT INTO public.ledger_record VALUES (13, 1795775912773101, 'entry.accepted', 1210894225164374, '{"commitments":{"actor":"f2b67a8818ed2de7b288f7bf0da4a03c70c57cc3258d493fd8de458f29784560","code":"d7e65e1a54e571d949f6a5d2703ddd83b4e563ce7703ff2610646f917a85bfe7","number":"6f6ff66403cd96ee35ae05d81fb6cdc36d7402814072ac79ec1d64522f389ed0"},"contest":1210894225164374,"data":{"leak_check":"clean"},"kind":"entry.accepted","seq":13,"time":"2026-11-27T10:38:32.773101Z","v":1}', '\x18891d10e746a14f91c196afc4b9c1ab0e4706b07258d979038a81b6ebc2de82');
INSERT INTO public.ledger_record VALUES (14, 1795775913213065, 'panel.made', 1210894225164374, '{"commitments":{"actor":"c22a3b168f8a8adb8f402143cb5dc68b8d7c3b6a8a1deaf4f17e468c3a3a8aeb","members":"5e5ed7f04ef1879654b03cba7fa61bced18438902848cd52ba7a3f35b9ccdef1"},"contest":1210894225164374,"data":{"panel":"8003033691881487","round":"1"},"kind":"panel.made","seq":14,"time":"2026-11-27T10:38:33.213065Z","v":1}', '\x61b33f5da36785fd38e0715e569a99c837699e5c7a718298ebb1e11c098e54e5');
INSERT INTO public.ledger_record VALUES (15, 1795775913487966, 'judge.terms_accepted', 1210894225164374, '{"commitments":{"actor":"e01671e5386376487c7055789f7618aec00dac1d4e5ea68d50ffda5381739412","ties":"0348071e5c6748e0d81a3197c9dc5d7cac3ad4c89482c6afb7d63578f0f11cdf"},"contest":1210894225164374,"data":{},"kind":"judge.terms_accepted","seq":15,"time":"2026-11-27T10:38:33.487966Z","v":1}', '\xb2b960a9bdfb96bd7e624a6900459d3f3df1464a98cecfc50fde95e40d068b22');
INSERT INTO public.ledger_record VALUES (16, 1795775913788768, 'judge.terms_accepted', 1210894225164374, '{"commitments":{"actor":"40e081c2c7ec301b4a8dd7c3cfb670016b3b362487475f5bcd1f1edbe8e3ee68","ties":"730ba2665ae5045775974f885b519e7dc7dd102cbc48e670d0dfe98d106cc042"},"contest":1210894225164374,"data":{},"kind":"judge.terms_accepted","seq":16,"time":"2026-11-27T10:38:33.788768Z","v":1}', '\xa1f5ebd80ff98672a5c08a68fa62a26645ee9f85fdcd31e194bc145a0ea1a064');
INSERT INTO public.ledger_record VALUES (17, 1795775913969896, 'round.opened', 1210894225164374, '{"commitments":{"actor":"0eb48c74ffa0c86884734c9ee60b72e7cb91efb4683c6528ecfc2c8d94ff8d02"},"contest":1210894225164374,"data":{"entries":"3","round":"1"},"kind":"round.opened","seq":17,"time":"2026-11-27T10:38:33.969896Z","v":1}', '\xc6be7350f8427d04ff2bff9101042631574035214c9934404e18dae7f66423cd');
INSERT INTO public.ledger_record VALUES (18, 1795775914415756, 'assignments.drawn', 1210894225164374, '{"commitments":{"actor":"b04eacadba32883ba158fa78ad410e8bbdedc34e9b614b98e183a8e5f1704e8b","pairs":"9a93ade31c35184bc2abfdb9b923cea66d7f1fa2eee5661a052b7bf48e19f6e4"},"contest":1210894225164374,"data":{"assigned":"6","extra":"0","round":"1"},"kind":"assignments.drawn","seq":18,"time":"2026-11-27T10:38:34.415756Z","v":1}', '\xb3dec5402a0a45575ae6ec5e1191624444d591c63ebbdc4d2830c48b22c7a845');
INSERT INTO public.ledger_record VALUES (19, 1795775915868785, 'card.submitted', 1210894225164374, '{"commitments":{"actor":"826322ed90dd1e56a91cd3e31f1e69e922cf48c2116d117e92854d62e38dc350","code":"a6afd3233733585fd3df28f24b176a3cd159a5aedd68db39fb802474697856f6","judge":"dac74b8695e8d9d1ddd60d0248c72bbbfd347723c0f9891bc85de407559b5c31","marks":"96930b4eb1040e1f19d888b2e0de81516ae727f983492ce1c7a062b0908221b4"},"contest":1210894225164374,"data":{"round":"1"},"kind":"card.submitted","seq":19,"time":"2026-11-27T10:38:35.868785Z","v":1}', '\x64bcee4a912a6e9c71fb9f651af9293e0c8ef2fdd85ff1d30b362c09cca327fa');
INSERT INTO public.ledger_record VALUES (20, 1795775916528762, 'card.submitted', 1210894225164374, '{"commitments":{"actor":"3906c5dbde9d08d8ff2af95ffaafeac61c090def5de3d85c6e3e0c94b50bca58","code":"02a0763349f356a12942e148eaf4f929fd7a86c24dbe43739d5f89b5cb98b27c","judge":"92c5233c720196ebdfcbcf563cad1f545d6c368e7bd8283a023eaccf9b2ecd66","marks":"916812ee80df2772022baa797862db09ac03f01127648ed4c665a1ec1977e76b"},"contest":1210894225164374,"data":{"round":"1"},"kind":"card.submitted","seq":20,"time":"2026-11-27T10:38:36.528762Z","v":1}', '\x5d60e5d2f141eef4f44368d798bf267e5df1c11af40e04ece5a861f3af7702a3');
INSERT INTO public.ledger_record VALUES (21, 1795775917124914, 'card.submitted', 1210894225164374, '{"commitments":{"actor":"74f353c776a26a5c2f899eeb97535c90730da154a50d48768a30d94ee9572f9f","code":"92dc79d139a85a953d9f247134733a77a5558a7b8a4aabe143369b45dbc43632","judge":"0c6c1811ca09a910f443c1265e20df698013b8df13d5a4af7b80290dfaefdd20","marks":"b49ae5a75734caf14a247f0bd96f37b84fa9ad1af1d74cc56093f6efa1ac052a"},"contest":1210894225164374,"data":{"round":"1"},"kind":"card.submitted","seq":21,"time":"2026-11-27T10:38:37.124914Z","v":1}', '\x4c38a6db2ff0b0c4ac31808db069e4b3cacbdb8534c1f948f39433c8628dd21d');
INSERT INTO public.ledger_record VALUES (22, 1795775918110283, 'card.submitted', 1210894225164374, '{"commitments":{"actor":"fdbbfecdb05cb7a55e95ee5baccbc47fe489771d8b0cb09d364d484fc1e1043a","code":"a489f414608e687807ad0a2de98f4f9cbf4ef5475fa9e382d3852188ead380e3","judge":"6a2564a178dc06c327f8eea2fae071c993b1662aafe4bf4302fb6a387a1bc7ce","marks":"69b42fdc55537195f798e18ad884892c6f781bc346c0e65eb136cda1bd65d9c9"},"contest":1210894225164374,"data":{"round":"1"},"kind":"card.submitted","seq":22,"time":"2026-11-27T10:38:38.110283Z","v":1}', '\x9dc2343f7bc9abda30d483d380546a39f2618658ee429a271f964465471f4aed');
INSERT INTO public.ledger_record VALUES (23, 1795775918652258, 'card.submitted', 1210894225164374, '{"commitments":{"actor":"2e3ebafbb627e8441d0e704ced439cabb41d8b5f6284ae69f1988ab8d5e0cac4","code":"188b40fa360245cd4c0e46f9325da77b0f1c694fbd3e58b94c5804393774d93f","judge":"72c8292b7c070f51c6abaf33193f05a4d8fea43d2d5619ffb1118f3b4954f184","marks":"a20c253ace28fa88b2981bd5127005ed8098791872da60cca7574ba2af10df66"},"contest":1210894225164374,"data":{"round":"1"},"kind":"card.submitted","seq":23,"time":"2026-11-27T10:38:38.652258Z","v":1}', '\x003793839d5d74da7010680af2b497fd929f12c41f881f41d3bd407537eb621f');
INSERT INTO public.ledger_record VALUES (24, 1795775919323862, 'card.submitted', 1210894225164374, '{"commitments":{"actor":"3cbf95e1e86b20bf7b846dd19de2305857a9d15360c3b672a977a8ae2321ed24","code":"856c323c94fddcca56c28cb56e7d0ea33742c4fbb29b650567f2e3ab21811ae1","judge":"85e73a40cac1175c283532522306f99d74d041fdcdd0c840da099b76a8238e4e","marks":"56bc96db1051d6546dd215968634433c8fc6c2884dd4649356a073ba62e6418e"},"contest":1210894225164374,"data":{"round":"1"},"kind":"card.submitted","seq":24,"time":"2026-11-27T10:38:39.323862Z","v":1}', '\x973df409f38b54abda6334b2a05b1dc9fd56c13691e55b7f7adde30317a3d2e3');
INSERT INTO public.ledger_record VALUES (25, 1795775919471468, 'round.locked', 1210894225164374, '{"commitments":{"actor":"07d6850da7e3c3298c90be5ef56832eabf39c80094a4db4a07c9a3b3e7f4c24a"},"contest":1210894225164374,"data":{"cards":"6","round":"1"},"kind":"round.locked","seq":25,"time":"2026-11-27T10:38:39.471468Z","v":1}', '\xd0cd2252f337cb5c60b0ad5844d2028f81c3f6c6a3c7853d8d143baa3cb23baf');
INSERT INTO public.ledger_record VALUES (26, 1795775919880584, 'result.computed', 1210894225164374, '{"commitments":{"actor":"9a04c61ffda59b39402e41eea443eee04ee3441dcc1333768457de163ef0ce85"},"contest":1210894225164374,"data":{"ranking_sha256":"0e2139dce9dabd85c0f6eab104c2488fbcddf21caedbb65b90a04da4902ede11","reason":"","result":"1"},"kind":"result.computed","seq":26,"time":"2026-11-27T10:38:39.880584Z","v":1}', '\xaf4bc3edd741c1ff54d4409ed2e9133f454516f422c525868d5a8e2733316bc4');
INSERT INTO public.ledger_record VALUES (27, 1795775920340798, 'codes.join_consented', 1210894225164374, '{"commitments":{"actor":"7801638b85f07a8f84aba01c0d4037cca72e9b9422a7b26e908e55162a56c070"},"contest":1210894225164374,"data":{"result":"1"},"kind":"codes.join_consented","seq":27,"time":"2026-11-27T10:38:40.340798Z","v":1}', '\x806dc0a68031d12cf11af609764bc6c2a6ffba599c97dd99ca4fb1561b962765');
INSERT INTO public.ledger_record VALUES (28, 1795775920508083, 'codes.joined', 1210894225164374, '{"commitments":{"actor":"44fe6bfa0666e255a86cc752c6bf8e236b7d5a37bace6049328e8ea11258f6f5","first":"aedca967350bb9b875014f6c430c52bcada7ac5299e31b898ecd9248ef8bb642","second":"f60b9e599d5f9951f32f1681b4d0f098939e1bf5c63c25a5d0fae1f5a9aaeb58"},"contest":1210894225164374,"data":{"result":"1"},"kind":"codes.joined","seq":28,"time":"2026-11-27T10:38:40.508083Z","v":1}', '\x9d046dd3ba758726d01b6883ff317bb826c4f0ee79db544b2f199f04f43c68c1');
INSERT INTO public.ledger_record VALUES (29, 1795775920508083, 'awards.allotted', 1210894225164374, '{"commitments":{"actor":"01385a613a8b558c345396c53e78a83a7ead5626b1cf36ede8a54510bf939c5e"},"contest":1210894225164374,"data":{"awards":"2","result":"1","undecided":"0"},"kind":"awards.allotted","seq":29,"time":"2026-11-27T10:38:40.508083Z","v":1}', '\xf6973178825d1e7db13f6970f6c6e25b3f2bf17bb44d6c884aec1c358d0b2638');
INSERT INTO public.ledger_record VALUES (30, 1795775920960977, 'result.proposed', 1210894225164374, '{"commitments":{"actor":"ae35ba90cebd2ea0567cecbe0b58041bd674733d3004da8e5157a65f5db64ff6"},"contest":1210894225164374,"data":{"decision_number":"12-QĐ/BTC","ranking_sha256":"0e2139dce9dabd85c0f6eab104c2488fbcddf21caedbb65b90a04da4902ede11","result":"1","vacancy_reason":""},"kind":"result.proposed","seq":30,"time":"2026-11-27T10:38:40.960977Z","v":1}', '\x5a74763a548df948284ca50c2cf1663ab304441a4c1d6275cee1cdd2fafbb862');
INSERT INTO public.ledger_record VALUES (31, 1795775921221236, 'result.approved', 1210894225164374, '{"commitments":{"actor":"76b946fbb63d2e2918cd5a36b97a054093f9c3873170fd9485208223cce20b29"},"contest":1210894225164374,"data":{"ranking_sha256":"0e2139dce9dabd85c0f6eab104c2488fbcddf21caedbb65b90a04da4902ede11","result":"1"},"kind":"result.approved","seq":31,"time":"2026-11-27T10:38:41.221236Z","v":1}', '\x4d6363b635c569c4a163b8637417e23cfe0817b63e7a1e675a9f7ce0ac19b7a1');
INSERT INTO public.ledger_record VALUES (32, 1795775921480365, 'result.published', 1210894225164374, '{"commitments":{"actor":"87b7dcb7cc0fe04f67b451903c888d03c4c30086e1b581ea41701268240d9d92"},"contest":1210894225164374,"data":{"file_sha256":"69ac8152a19a886411a33d4fae43f73ad691743bf42726b923ade81290f63af7","ranking_sha256":"0e2139dce9dabd85c0f6eab104c2488fbcddf21caedbb65b90a04da4902ede11","result":"1"},"kind":"result.published","seq":32,"time":"2026-11-27T10:38:41.480365Z","v":1}', '\x987f92e878ef171ce54fc111a0a828cb3964a3e5439f6fbd932f230a1093ee8c');

INSERT INTO public.login_guard VALUES ('\xc63a8fd5b6abe95dea578a986769365d7d9c9a6a0a44f2c9d9560c22068cd9bb', 8, 1795775883044883, 0);
INSERT INTO public.login_guard VALUES ('\x5b4ea48c7d42b76920a316bd771fd75206751ed3109b127e18f091c2c1efcc6c', 0, 1795775880899771, 0);

INSERT INTO public.panel VALUES (8003033691881487, 1210894225164374, 1, 'Tiểu ban', 'bai-viet
video', 1795775913213065, 1);

INSERT INTO public.panel_member VALUES (8003033691881487, 2122610114101121);
INSERT INTO public.panel_member VALUES (8003033691881487, 6905250264584355);

INSERT INTO public.published_result VALUES (3865372908374617, 1210894225164374, '{"awards":[{"authors":[{"name":"Người tacgia2","unit":null}],"category":"bai-viet","code":"SPKEDP","money":5000000,"name":{"en":"First prize","vi":"Giải Nhất"},"prize":"first","rank":1,"score":"179/2","shown":"89.50","title":"Ánh đèn trạm y tế 2","unit":null,"work":"anh-den-tram-y-te-2-sxeaam"},{"authors":[{"name":"Người tacgia1","unit":null}],"category":"bai-viet","code":"B37F3R","money":3000000,"name":{"en":"Second prize","vi":"Giải Nhì"},"prize":"second","rank":2,"score":"175/2","shown":"87.50","title":"Ánh đèn trạm y tế 1","unit":null,"work":"anh-den-tram-y-te-1-27956w"}],"contest":{"id":1210894225164374,"name":{"en":"Good people, good deeds: an office contest","vi":"Cuộc thi gương người tốt, việc tốt cơ quan"},"slug":"guong-co-quan"},"exceptions":[],"ledger":{"head":"dumps.guong.test/ledger\n33\nVwPfjTMNNKjTULZShBKYNdGTFeQWhTBISRCo+9uFjnI=\n\n— dumps.guong.test/ledger WN81DdTfogPYjKVRPrIcaZ9EiWn9qJakDHCwQQ9to1c+EkXbp1qiYkouvHq6+ZP2eKrB8ub/Op7dccifih8DRM/b2Qs=\n","origin":"dumps.guong.test/ledger","path":["4T420jz2Qy1Mzu98b+W8QVHAb45EZihcTq2B0G/tNBU="],"record":"{\"commitments\":{\"actor\":\"87b7dcb7cc0fe04f67b451903c888d03c4c30086e1b581ea41701268240d9d92\"},\"contest\":1210894225164374,\"data\":{\"file_sha256\":\"69ac8152a19a886411a33d4fae43f73ad691743bf42726b923ade81290f63af7\",\"ranking_sha256\":\"0e2139dce9dabd85c0f6eab104c2488fbcddf21caedbb65b90a04da4902ede11\",\"result\":\"1\"},\"kind\":\"result.published\",\"seq\":32,\"time\":\"2026-11-27T10:38:41.480365Z\",\"v\":1}"},"ranking":{"decisions":[],"open_ties":[],"rankings":[{"category":"bai-viet","places":[{"code":"SPKEDP","decided_by":"score","rank":1,"round":1,"score":"179/2","shown":"89.50"},{"code":"B37F3R","decided_by":"score","rank":2,"round":1,"score":"175/2","shown":"87.50"},{"code":"3TYCF2","decided_by":"score","rank":3,"round":1,"score":"171/2","shown":"85.50"}]},{"category":null,"places":[{"code":"SPKEDP","decided_by":"score","rank":1,"round":1,"score":"179/2","shown":"89.50"},{"code":"B37F3R","decided_by":"score","rank":2,"round":1,"score":"175/2","shown":"87.50"},{"code":"3TYCF2","decided_by":"score","rank":3,"round":1,"score":"171/2","shown":"85.50"}]}],"rounds":[{"id":"final","number":1,"works":[{"cards":[{"extra":false,"judge":"J1","marks":{"content":52,"form":25,"impact":8.5},"total":"171/2"},{"extra":false,"judge":"J2","marks":{"content":52,"form":25,"impact":8.5},"total":"171/2"}],"category":"bai-viet","code":"3TYCF2","criteria":{"content":"52","form":"25","impact":"17/2"},"score":"171/2","shown":"85.50"},{"cards":[{"extra":false,"judge":"J1","marks":{"content":54,"form":25,"impact":8.5},"total":"175/2"},{"extra":false,"judge":"J2","marks":{"content":54,"form":25,"impact":8.5},"total":"175/2"}],"category":"bai-viet","code":"B37F3R","criteria":{"content":"54","form":"25","impact":"17/2"},"score":"175/2","shown":"87.50"},{"cards":[{"extra":false,"judge":"J1","marks":{"content":56,"form":25,"impact":8.5},"total":"179/2"},{"extra":false,"judge":"J2","marks":{"content":56,"form":25,"impact":8.5},"total":"179/2"}],"category":"bai-viet","code":"SPKEDP","criteria":{"content":"56","form":"25","impact":"17/2"},"score":"179/2","shown":"89.50"}]}],"rule_book":{"sha256":"926fc562806b67e7b67087020aa38de06766949a830e827f141f61c254f1ea8c","version":1},"v":1},"ranking_sha256":"0e2139dce9dabd85c0f6eab104c2488fbcddf21caedbb65b90a04da4902ede11","result":{"approved_at":"2026-11-27T10:38:41.221236Z","computed_at":"2026-11-27T10:38:39.880584Z","decision_number":"12-QĐ/BTC","number":1,"published_at":"2026-11-27T10:38:41.480365Z","reason":"","supersedes":null},"rule_book":{"document":"{\"awards_per_author\":1,\"calendar\":{\"deadline\":\"2026-11-27T10:38:19Z\",\"opens\":\"2026-11-27T10:37:04Z\"},\"categories\":[{\"files\":[{\"kinds\":[\"docx\",\"pdf\"],\"max_count\":1,\"max_megabytes\":20,\"min_count\":0,\"name\":{\"en\":\"Text file\",\"vi\":\"Tệp bài viết\"},\"purpose\":\"work\"}],\"id\":\"bai-viet\",\"kind\":\"writing\",\"max_authors\":3,\"max_words\":200,\"media\":\"text\",\"min_words\":5,\"name\":{\"en\":\"Writing\",\"vi\":\"Bài viết\"},\"text\":true,\"text_or_file\":true},{\"files\":[{\"kinds\":[\"mp4\"],\"max_count\":1,\"max_megabytes\":100,\"max_seconds\":600,\"min_count\":1,\"name\":{\"en\":\"Video\",\"vi\":\"Phim\"},\"purpose\":\"work\"}],\"id\":\"video\",\"kind\":\"reportage\",\"max_authors\":3,\"media\":\"video\",\"name\":{\"en\":\"Video\",\"vi\":\"Video\"},\"text\":true}],\"declarations\":[{\"id\":\"own_work\",\"text\":{\"en\":\"This is my own (my group''s) work.\",\"vi\":\"Tôi cam đoan đây là tác phẩm của tôi (của nhóm tôi).\"}},{\"id\":\"real_people\",\"text\":{\"en\":\"Real people and real deeds, no fiction.\",\"vi\":\"Người thật, việc thật, không hư cấu.\"}},{\"id\":\"data_consent\",\"text\":{\"en\":\"I consent to the processing of my personal data for this contest.\",\"vi\":\"Tôi đồng ý cho Ban Tổ chức xử lý dữ liệu cá nhân của tôi để tổ chức cuộc thi.\"}},{\"id\":\"publish_consent\",\"required\":false,\"text\":{\"en\":\"I agree that the work is published if it wins.\",\"vi\":\"Tôi đồng ý cho công bố tác phẩm nếu đạt giải.\"}}],\"eligibility\":{\"excluded_roles\":[\"judge\",\"organiser\",\"secretary\",\"head\"],\"max_entries\":3,\"scope\":\"open\"},\"fields\":[{\"id\":\"education\",\"name\":{\"en\":\"Education\",\"vi\":\"Giáo dục\"}},{\"id\":\"health\",\"name\":{\"en\":\"Health\",\"vi\":\"Y tế\"}}],\"host_unit\":\"binh-dinh\",\"level\":\"grassroots\",\"name\":{\"en\":\"Good people, good deeds: an office contest\",\"vi\":\"Cuộc thi gương người tốt, việc tốt cơ quan\"},\"prizes\":[{\"count\":1,\"id\":\"first\",\"money\":5000000,\"name\":{\"en\":\"First prize\",\"vi\":\"Giải Nhất\"},\"rank\":1},{\"count\":1,\"id\":\"second\",\"money\":3000000,\"name\":{\"en\":\"Second prize\",\"vi\":\"Giải Nhì\"},\"rank\":2}],\"rounds\":[{\"combine\":\"mean\",\"criteria\":[{\"description\":{\"en\":\"Real, new and inspiring people and deeds.\",\"vi\":\"Nhân vật, việc làm có thật, mới, có sức lan tỏa.\"},\"id\":\"content\",\"max\":60,\"name\":{\"en\":\"Content\",\"vi\":\"Nội dung\"},\"step\":0.5,\"weight\":60},{\"description\":{\"en\":\"Structure, language, pictures.\",\"vi\":\"Bố cục, ngôn ngữ, hình ảnh.\"},\"id\":\"form\",\"max\":30,\"name\":{\"en\":\"Form\",\"vi\":\"Hình thức thể hiện\"},\"step\":0.5,\"weight\":30},{\"description\":{\"en\":\"How far it can spread in life.\",\"vi\":\"Khả năng nhân rộng trong đời sống.\"},\"id\":\"impact\",\"max\":10,\"name\":{\"en\":\"Impact\",\"vi\":\"Sức lan tỏa\"},\"step\":0.5,\"weight\":10}],\"id\":\"final\",\"judges_per_entry\":2,\"name\":{\"en\":\"Final\",\"vi\":\"Chung khảo\"},\"places\":2}],\"slug\":\"guong-co-quan\",\"summary\":{\"en\":\"A small contest with every step.\",\"vi\":\"Một cuộc thi nhỏ đủ mọi bước.\"},\"tie_breaks\":[{\"by\":\"criterion\",\"criterion\":\"content\"},{\"by\":\"highest_card\"},{\"by\":\"head_decision\"}]}","sha256":"926fc562806b67e7b67087020aa38de06766949a830e827f141f61c254f1ea8c","version":1},"v":2}', 1795775921480365);

INSERT INTO public.published_work VALUES (6432354441041894, 1210894225164374, 3865372908374617, 'anh-den-tram-y-te-1-27956w', '{"authors":[{"name":"Người tacgia1","unit":null}],"body":["Một câu chuyện thật ở quê tôi."],"category":{"id":"bai-viet","name":{"en":"Writing","vi":"Bài viết"}},"code":"B37F3R","contest":1210894225164374,"exemplar":{"kind":"person","name":"Lê Thị Gương","place":"xã Nhơn Lý","unit":""},"field":{"id":"health","name":{"en":"Health","vi":"Y tế"}},"files":[],"language":"vi","prizes":[{"id":"second","name":{"en":"Second prize","vi":"Giải Nhì"}}],"published_at":"2026-11-27T10:38:41.480365Z","slug":"anh-den-tram-y-te-1-27956w","title":"Ánh đèn trạm y tế 1","v":1}', 1795775921480365, 'le-thi-guong--xa-nhon-ly', 1);
INSERT INTO public.published_work VALUES (3109905609572209, 1210894225164374, 3865372908374617, 'anh-den-tram-y-te-2-sxeaam', '{"authors":[{"name":"Người tacgia2","unit":null}],"body":["Một câu chuyện thật ở quê tôi."],"category":{"id":"bai-viet","name":{"en":"Writing","vi":"Bài viết"}},"code":"SPKEDP","contest":1210894225164374,"exemplar":{"kind":"person","name":"Lê Thị Gương","place":"xã Nhơn Lý","unit":""},"field":{"id":"health","name":{"en":"Health","vi":"Y tế"}},"files":[],"language":"vi","prizes":[{"id":"first","name":{"en":"First prize","vi":"Giải Nhất"}}],"published_at":"2026-11-27T10:38:41.480365Z","slug":"anh-den-tram-y-te-2-sxeaam","title":"Ánh đèn trạm y tế 2","v":1}', 1795775921480365, 'le-thi-guong--xa-nhon-ly', 1);

INSERT INTO public.published_work_word VALUES ('1', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('an', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('anh', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('co', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('contest', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('cuoc', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('deeds', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('den', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('good', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('guong', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('le', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('ly', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('nguoi', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('nhon', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('office', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('people', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('quan', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('tacgia1', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('te', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('thi', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('tot', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('tram', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('viec', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('xa', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('y', 6432354441041894);
INSERT INTO public.published_work_word VALUES ('2', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('an', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('anh', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('co', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('contest', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('cuoc', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('deeds', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('den', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('good', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('guong', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('le', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('ly', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('nguoi', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('nhon', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('office', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('people', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('quan', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('tacgia2', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('te', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('thi', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('tot', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('tram', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('viec', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('xa', 3109905609572209);
INSERT INTO public.published_work_word VALUES ('y', 3109905609572209);

INSERT INTO public.result VALUES (3865372908374617, 1210894225164374, 1, 'published', '{"decisions":[],"open_ties":[],"rankings":[{"category":"bai-viet","places":[{"code":"SPKEDP","decided_by":"score","rank":1,"round":1,"score":"179/2","shown":"89.50"},{"code":"B37F3R","decided_by":"score","rank":2,"round":1,"score":"175/2","shown":"87.50"},{"code":"3TYCF2","decided_by":"score","rank":3,"round":1,"score":"171/2","shown":"85.50"}]},{"category":null,"places":[{"code":"SPKEDP","decided_by":"score","rank":1,"round":1,"score":"179/2","shown":"89.50"},{"code":"B37F3R","decided_by":"score","rank":2,"round":1,"score":"175/2","shown":"87.50"},{"code":"3TYCF2","decided_by":"score","rank":3,"round":1,"score":"171/2","shown":"85.50"}]}],"rounds":[{"id":"final","number":1,"works":[{"cards":[{"extra":false,"judge":"J1","marks":{"content":52,"form":25,"impact":8.5},"total":"171/2"},{"extra":false,"judge":"J2","marks":{"content":52,"form":25,"impact":8.5},"total":"171/2"}],"category":"bai-viet","code":"3TYCF2","criteria":{"content":"52","form":"25","impact":"17/2"},"score":"171/2","shown":"85.50"},{"cards":[{"extra":false,"judge":"J1","marks":{"content":54,"form":25,"impact":8.5},"total":"175/2"},{"extra":false,"judge":"J2","marks":{"content":54,"form":25,"impact":8.5},"total":"175/2"}],"category":"bai-viet","code":"B37F3R","criteria":{"content":"54","form":"25","impact":"17/2"},"score":"175/2","shown":"87.50"},{"cards":[{"extra":false,"judge":"J1","marks":{"content":56,"form":25,"impact":8.5},"total":"179/2"},{"extra":false,"judge":"J2","marks":{"content":56,"form":25,"impact":8.5},"total":"179/2"}],"category":"bai-viet","code":"SPKEDP","criteria":{"content":"56","form":"25","impact":"17/2"},"score":"179/2","shown":"89.50"}]}],"rule_book":{"sha256":"926fc562806b67e7b67087020aa38de06766949a830e827f141f61c254f1ea8c","version":1},"v":1}', '\x0e2139dce9dabd85c0f6eab104c2488fbcddf21caedbb65b90a04da4902ede11', '12-QĐ/BTC', 1795775919880584, 5430110245112890, 1795775920960977, 5430110245112890, 1795775921221236, 3353768163646487, NULL, 1795775921480365, NULL, '', 5);

INSERT INTO public.role_grant VALUES (862832692334093, 840319858658870, 'administrator', NULL, NULL, 1795775880533824, NULL, NULL, '');
INSERT INTO public.role_grant VALUES (1680404235589285, 5430110245112890, 'organiser', NULL, 2901637582832507, 1795775884261369, NULL, 840319858658870, '');
INSERT INTO public.role_grant VALUES (3933832555793670, 5430110245112890, 'organiser', 1210894225164374, NULL, 1795775885143015, NULL, 5430110245112890, '');
INSERT INTO public.role_grant VALUES (5968246565886748, 8358036881076147, 'secretary', 1210894225164374, NULL, 1795775887161606, NULL, 5430110245112890, '');
INSERT INTO public.role_grant VALUES (5915163797545128, 3353768163646487, 'head', 1210894225164374, NULL, 1795775888289095, NULL, 5430110245112890, '');
INSERT INTO public.role_grant VALUES (734685590559371, 2122610114101121, 'judge', 1210894225164374, NULL, 1795775889183196, NULL, 5430110245112890, '');
INSERT INTO public.role_grant VALUES (3195356049344416, 6905250264584355, 'judge', 1210894225164374, NULL, 1795775890090100, NULL, 5430110245112890, '');

INSERT INTO public.round VALUES (1210894225164374, 1, 'locked', 1795775913969896, 1795775919471468, 3);

INSERT INTO public.round_entry VALUES (1210894225164374, 1, '3TYCF2', 8836792403897735, 'bai-viet');
INSERT INTO public.round_entry VALUES (1210894225164374, 1, 'B37F3R', 6432354441041894, 'bai-viet');
INSERT INTO public.round_entry VALUES (1210894225164374, 1, 'SPKEDP', 3109905609572209, 'bai-viet');

INSERT INTO public.rule_book VALUES (1210894225164374, 1, '{"awards_per_author":1,"calendar":{"deadline":"2026-11-27T10:38:19Z","opens":"2026-11-27T10:37:04Z"},"categories":[{"files":[{"kinds":["docx","pdf"],"max_count":1,"max_megabytes":20,"min_count":0,"name":{"en":"Text file","vi":"Tệp bài viết"},"purpose":"work"}],"id":"bai-viet","kind":"writing","max_authors":3,"max_words":200,"media":"text","min_words":5,"name":{"en":"Writing","vi":"Bài viết"},"text":true,"text_or_file":true},{"files":[{"kinds":["mp4"],"max_count":1,"max_megabytes":100,"max_seconds":600,"min_count":1,"name":{"en":"Video","vi":"Phim"},"purpose":"work"}],"id":"video","kind":"reportage","max_authors":3,"media":"video","name":{"en":"Video","vi":"Video"},"text":true}],"declarations":[{"id":"own_work","text":{"en":"This is my own (my group''s) work.","vi":"Tôi cam đoan đây là tác phẩm của tôi (của nhóm tôi)."}},{"id":"real_people","text":{"en":"Real people and real deeds, no fiction.","vi":"Người thật, việc thật, không hư cấu."}},{"id":"data_consent","text":{"en":"I consent to the processing of my personal data for this contest.","vi":"Tôi đồng ý cho Ban Tổ chức xử lý dữ liệu cá nhân của tôi để tổ chức cuộc thi."}},{"id":"publish_consent","required":false,"text":{"en":"I agree that the work is published if it wins.","vi":"Tôi đồng ý cho công bố tác phẩm nếu đạt giải."}}],"eligibility":{"excluded_roles":["judge","organiser","secretary","head"],"max_entries":3,"scope":"open"},"fields":[{"id":"education","name":{"en":"Education","vi":"Giáo dục"}},{"id":"health","name":{"en":"Health","vi":"Y tế"}}],"host_unit":"binh-dinh","level":"grassroots","name":{"en":"Good people, good deeds: an office contest","vi":"Cuộc thi gương người tốt, việc tốt cơ quan"},"prizes":[{"count":1,"id":"first","money":5000000,"name":{"en":"First prize","vi":"Giải Nhất"},"rank":1},{"count":1,"id":"second","money":3000000,"name":{"en":"Second prize","vi":"Giải Nhì"},"rank":2}],"rounds":[{"combine":"mean","criteria":[{"description":{"en":"Real, new and inspiring people and deeds.","vi":"Nhân vật, việc làm có thật, mới, có sức lan tỏa."},"id":"content","max":60,"name":{"en":"Content","vi":"Nội dung"},"step":0.5,"weight":60},{"description":{"en":"Structure, language, pictures.","vi":"Bố cục, ngôn ngữ, hình ảnh."},"id":"form","max":30,"name":{"en":"Form","vi":"Hình thức thể hiện"},"step":0.5,"weight":30},{"description":{"en":"How far it can spread in life.","vi":"Khả năng nhân rộng trong đời sống."},"id":"impact","max":10,"name":{"en":"Impact","vi":"Sức lan tỏa"},"step":0.5,"weight":10}],"id":"final","judges_per_entry":2,"name":{"en":"Final","vi":"Chung khảo"},"places":2}],"slug":"guong-co-quan","summary":{"en":"A small contest with every step.","vi":"Một cuộc thi nhỏ đủ mọi bước."},"tie_breaks":[{"by":"criterion","criterion":"content"},{"by":"highest_card"},{"by":"head_decision"}]}', '\x926fc562806b67e7b67087020aa38de06766949a830e827f141f61c254f1ea8c', '', '', 1795775885143015, 5430110245112890);

INSERT INTO public.schema_migration VALUES (1, '0001_spine', '\x67b96e85ad5b56ac26f280698bd52259cfbcfbd3d1500d2dd007f0e6241988cc', 1795775877766401);
INSERT INTO public.schema_migration VALUES (2, '0002_work_flag', '\xbca7b2cd51f813ea543ad31dac17d2e7e0494bd8536280069b8cbca162e68fa0', 1795775877766401);
INSERT INTO public.schema_migration VALUES (3, '0003_public_reading', '\x60ebe985ca8b76d77327f77b6f6561063b3793be95b0921ee3dc6826b17ffacb', 1795775877766401);

INSERT INTO public.session VALUES (8711866545512403, '\x45dec3fcafdc3cd30db6bc00613644230e2045f0d5bd4628c2ed6bc6186de6c6', 840319858658870, 1795775880899771, 1798367880899771, 'curl/7.88.1', '127.0.0.1');
INSERT INTO public.session VALUES (5643070592605144, '\x1794d30fb9a07a64e66254cf95b9717e4f6581a14e464576ffadc9ff0cf1c227', 5430110245112890, 1795775883722005, 1798367883722005, 'curl/7.88.1', '127.0.0.1');
INSERT INTO public.session VALUES (3876043325392279, '\xcbd7c504b9d1b19828ead8f1893dfcdc25fd33c59271cf5dd4fc1366601a2a91', 8358036881076147, 1795775886664396, 1798367886664396, 'curl/7.88.1', '127.0.0.1');
INSERT INTO public.session VALUES (6432460370537544, '\xe756c4e5ca6d57975fe70a0e2e6d8aa5ac6b11ee18a64945c07fd6c3b6cf9276', 3353768163646487, 1795775887865017, 1798367887865017, 'curl/7.88.1', '127.0.0.1');
INSERT INTO public.session VALUES (8140984515194321, '\x0795bf36eacedc2ade35d117e5bf6bfdbc9536d6cbcc875539cb51116fa621eb', 2122610114101121, 1795775888805625, 1798367888805625, 'curl/7.88.1', '127.0.0.1');
INSERT INTO public.session VALUES (3261435214358582, '\x68c2b703db5b1802d51c2413a1004197490afb6d89f188d71449f20737b83d3a', 6905250264584355, 1795775889704824, 1798367889704824, 'curl/7.88.1', '127.0.0.1');
INSERT INTO public.session VALUES (7929171831705113, '\xaf279631e9e9473d3f30df97287a3f281a94e96cedfa512c4b26c014f14bf730', 7279737381426947, 1795775890628932, 1798367890628932, 'curl/7.88.1', '127.0.0.1');
INSERT INTO public.session VALUES (5891089882196190, '\x1b5b7c5d996285a8cb2f1ed6675d2e6c3e6c54a79eeba6c55ccc8adf31b910b5', 1530361646499148, 1795775892380859, 1798367892380859, 'curl/7.88.1', '127.0.0.1');
INSERT INTO public.session VALUES (943881139746311, '\xc759d84740b4ae5ec3f1b0aa73b5d4fbf9a11c55440ed4570a2de5d9fedabdcd', 4112708011942905, 1795775894528878, 1798367894528878, 'curl/7.88.1', '127.0.0.1');

INSERT INTO public.unit VALUES (2901637582832507, 'binh-dinh', 'province', 'Tỉnh Bình Định', 'Bình Định', NULL, NULL, NULL, 'tinh binh dinh', 1);
INSERT INTO public.unit VALUES (7501113212831199, 'bd-quy-nhon', 'district', 'Thành phố Quy Nhơn', 'Quy Nhơn', 2901637582832507, NULL, NULL, 'thanh pho quy nhon', 1);
INSERT INTO public.unit VALUES (333357915481157, 'bd-an-nhon', 'district', 'Thị xã An Nhơn', 'An Nhơn', 2901637582832507, NULL, NULL, 'thi xa an nhon', 1);
INSERT INTO public.unit VALUES (408940646938458, 'bd-hoai-nhon', 'district', 'Thị xã Hoài Nhơn', 'Hoài Nhơn', 2901637582832507, NULL, NULL, 'thi xa hoai nhon', 1);
INSERT INTO public.unit VALUES (5903728349023883, 'bd-tuy-phuoc', 'district', 'Huyện Tuy Phước', 'Tuy Phước', 2901637582832507, NULL, NULL, 'huyen tuy phuoc', 1);
INSERT INTO public.unit VALUES (94789836531816, 'bd-phu-cat', 'district', 'Huyện Phù Cát', 'Phù Cát', 2901637582832507, NULL, NULL, 'huyen phu cat', 1);
INSERT INTO public.unit VALUES (3184791841735331, 'bd-phu-my', 'district', 'Huyện Phù Mỹ', 'Phù Mỹ', 2901637582832507, NULL, NULL, 'huyen phu my', 1);
INSERT INTO public.unit VALUES (5364658312280440, 'bd-hoai-an', 'district', 'Huyện Hoài Ân', 'Hoài Ân', 2901637582832507, NULL, NULL, 'huyen hoai an', 1);
INSERT INTO public.unit VALUES (2289235123294443, 'bd-an-lao', 'district', 'Huyện An Lão', 'An Lão', 2901637582832507, NULL, NULL, 'huyen an lao', 1);
INSERT INTO public.unit VALUES (8679692247724086, 'bd-vinh-thanh', 'district', 'Huyện Vĩnh Thạnh', 'Vĩnh Thạnh', 2901637582832507, NULL, NULL, 'huyen vinh thanh', 1);
INSERT INTO public.unit VALUES (332699805209124, 'bd-tay-son', 'district', 'Huyện Tây Sơn', 'Tây Sơn', 2901637582832507, NULL, NULL, 'huyen tay son', 1);
INSERT INTO public.unit VALUES (242089248621339, 'bd-van-canh', 'district', 'Huyện Vân Canh', 'Vân Canh', 2901637582832507, NULL, NULL, 'huyen van canh', 1);
INSERT INTO public.unit VALUES (4965844959917442, 'binh-dinh-ban-tuyen-giao', 'party_body', 'Ban Tuyên giáo Tỉnh ủy Bình Định', 'Ban Tuyên giáo', 2901637582832507, NULL, NULL, 'ban tuyen giao tinh uy binh dinh', 1);
INSERT INTO public.unit VALUES (1465547509976404, 'bd-ban-dan-van', 'party_body', 'Ban Dân vận Tỉnh ủy Bình Định', 'Ban Dân vận', 2901637582832507, NULL, NULL, 'ban dan van tinh uy binh dinh', 1);
INSERT INTO public.unit VALUES (512736998371489, 'bd-so-giao-duc-va-dao-tao', 'department', 'Sở Giáo dục và Đào tạo tỉnh Bình Định', 'Sở Giáo dục và Đào tạo', 2901637582832507, NULL, NULL, 'so giao duc va dao tao tinh binh dinh', 1);
INSERT INTO public.unit VALUES (2065353503170153, 'bd-so-y-te', 'department', 'Sở Y tế tỉnh Bình Định', 'Sở Y tế', 2901637582832507, NULL, NULL, 'so y te tinh binh dinh', 1);
INSERT INTO public.unit VALUES (4543547944362452, 'bd-so-noi-vu', 'department', 'Sở Nội vụ tỉnh Bình Định', 'Sở Nội vụ', 2901637582832507, NULL, NULL, 'so noi vu tinh binh dinh', 1);
INSERT INTO public.unit VALUES (1558513148090547, 'bd-so-van-hoa-va-the-thao', 'department', 'Sở Văn hóa và Thể thao tỉnh Bình Định', 'Sở Văn hóa và Thể thao', 2901637582832507, NULL, NULL, 'so van hoa va the thao tinh binh dinh', 1);
INSERT INTO public.unit VALUES (5731227603078495, 'bd-so-nong-nghiep-va-phat-trien-nong-thon', 'department', 'Sở Nông nghiệp và Phát triển nông thôn tỉnh Bình Định', 'Sở Nông nghiệp và Phát triển nông thôn', 2901637582832507, NULL, NULL, 'so nong nghiep va phat trien nong thon tinh binh dinh', 1);
INSERT INTO public.unit VALUES (2602267188158515, 'bd-so-khoa-hoc-va-cong-nghe', 'department', 'Sở Khoa học và Công nghệ tỉnh Bình Định', 'Sở Khoa học và Công nghệ', 2901637582832507, NULL, NULL, 'so khoa hoc va cong nghe tinh binh dinh', 1);
INSERT INTO public.unit VALUES (1462292128023143, 'bd-so-tai-chinh', 'department', 'Sở Tài chính tỉnh Bình Định', 'Sở Tài chính', 2901637582832507, NULL, NULL, 'so tai chinh tinh binh dinh', 1);
INSERT INTO public.unit VALUES (6522318141701234, 'bd-so-tu-phap', 'department', 'Sở Tư pháp tỉnh Bình Định', 'Sở Tư pháp', 2901637582832507, NULL, NULL, 'so tu phap tinh binh dinh', 1);
INSERT INTO public.unit VALUES (4555009850748135, 'bd-so-cong-thuong', 'department', 'Sở Công Thương tỉnh Bình Định', 'Sở Công Thương', 2901637582832507, NULL, NULL, 'so cong thuong tinh binh dinh', 1);
INSERT INTO public.unit VALUES (3992400866863451, 'bd-so-xay-dung', 'department', 'Sở Xây dựng tỉnh Bình Định', 'Sở Xây dựng', 2901637582832507, NULL, NULL, 'so xay dung tinh binh dinh', 1);
INSERT INTO public.unit VALUES (812515054845064, 'bd-so-tttt', 'department', 'Sở Thông tin và Truyền thông tỉnh Bình Định', 'Sở TT-TT', 2901637582832507, NULL, NULL, 'so thong tin va truyen thong tinh binh dinh', 1);
INSERT INTO public.unit VALUES (4610587085026738, 'bd-mttq', 'union', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Bình Định', 'MTTQ tỉnh', 2901637582832507, NULL, NULL, 'uy ban mat tran to quoc viet nam tinh binh dinh', 1);
INSERT INTO public.unit VALUES (6554132428792265, 'bd-ldld', 'union', 'Liên đoàn Lao động tỉnh Bình Định', 'LĐLĐ tỉnh', 2901637582832507, NULL, NULL, 'lien doan lao dong tinh binh dinh', 1);
INSERT INTO public.unit VALUES (6461064023653972, 'bd-hoi-nong-dan', 'union', 'Hội Nông dân tỉnh Bình Định', 'Hội Nông dân', 2901637582832507, NULL, NULL, 'hoi nong dan tinh binh dinh', 1);
INSERT INTO public.unit VALUES (1408957321022586, 'bd-hoi-phu-nu', 'union', 'Hội Liên hiệp Phụ nữ tỉnh Bình Định', 'Hội Phụ nữ', 2901637582832507, NULL, NULL, 'hoi lien hiep phu nu tinh binh dinh', 1);
INSERT INTO public.unit VALUES (3325984185172433, 'bd-tinh-doan', 'union', 'Tỉnh đoàn Bình Định', 'Tỉnh đoàn', 2901637582832507, NULL, NULL, 'tinh doan binh dinh', 1);
INSERT INTO public.unit VALUES (7221141072153727, 'bd-hoi-ccb', 'union', 'Hội Cựu chiến binh tỉnh Bình Định', 'Hội Cựu chiến binh', 2901637582832507, NULL, NULL, 'hoi cuu chien binh tinh binh dinh', 1);
INSERT INTO public.unit VALUES (8314127244504269, 'bd-bchqs', 'armed_forces', 'Bộ Chỉ huy Quân sự tỉnh Bình Định', 'Bộ CHQS', 2901637582832507, NULL, NULL, 'bo chi huy quan su tinh binh dinh', 1);
INSERT INTO public.unit VALUES (2456095744858240, 'bd-cong-an', 'armed_forces', 'Công an tỉnh Bình Định', 'Công an tỉnh', 2901637582832507, NULL, NULL, 'cong an tinh binh dinh', 1);
INSERT INTO public.unit VALUES (1141137124885474, 'bd-bien-phong', 'armed_forces', 'Bộ đội Biên phòng tỉnh Bình Định', 'Biên phòng', 2901637582832507, NULL, NULL, 'bo doi bien phong tinh binh dinh', 1);
INSERT INTO public.unit VALUES (4516854809638184, 'bd-bao', 'press', 'Báo Bình Định', 'Báo Bình Định', 2901637582832507, NULL, NULL, 'bao binh dinh', 1);
INSERT INTO public.unit VALUES (4087047435888493, 'bd-dai', 'press', 'Đài Phát thanh và Truyền hình Bình Định', 'BTV', 2901637582832507, NULL, NULL, 'dai phat thanh va truyen hinh binh dinh', 1);
INSERT INTO public.unit VALUES (8501706918533180, 'bd-quynhon-port', 'enterprise', 'Công ty cổ phần Cảng Quy Nhơn', 'Công ty cổ phần Cảng Quy Nhơn', 2901637582832507, NULL, NULL, 'cong ty co phan cang quy nhon', 1);
INSERT INTO public.unit VALUES (8558141579407021, 'bd-bidiphar', 'enterprise', 'Công ty cổ phần Dược - Trang thiết bị y tế Bình Định', 'Công ty cổ phần Dược - Trang thiết bị y tế Bình Định', 2901637582832507, NULL, NULL, 'cong ty co phan duoc - trang thiet bi y te binh dinh', 1);
INSERT INTO public.unit VALUES (4377642702240279, 'bd-dh-quy-nhon', 'school', 'Trường Đại học Quy Nhơn', 'Trường Đại học Quy Nhơn', 2901637582832507, NULL, NULL, 'truong dai hoc quy nhon', 1);
INSERT INTO public.unit VALUES (2948605103961096, 'bd-thpt-quoc-hoc', 'school', 'Trường THPT Quốc học Quy Nhơn', 'Trường THPT Quốc học Quy Nhơn', 2901637582832507, NULL, NULL, 'truong thpt quoc hoc quy nhon', 1);
INSERT INTO public.unit VALUES (5317371450116215, 'bd-phuong-tran-phu', 'commune', 'Phường Trần Phú', 'Trần Phú', 7501113212831199, NULL, NULL, 'phuong tran phu', 1);
INSERT INTO public.unit VALUES (8549006824693805, 'bd-phuong-ghenh-rang', 'commune', 'Phường Ghềnh Ráng', 'Ghềnh Ráng', 7501113212831199, NULL, NULL, 'phuong ghenh rang', 1);
INSERT INTO public.unit VALUES (1195757105019808, 'bd-xa-nhon-ly', 'commune', 'Xã Nhơn Lý', 'Nhơn Lý', 7501113212831199, NULL, NULL, 'xa nhon ly', 1);
INSERT INTO public.unit VALUES (3867372712376826, 'bd-xa-nhon-hai', 'commune', 'Xã Nhơn Hải', 'Nhơn Hải', 7501113212831199, NULL, NULL, 'xa nhon hai', 1);
INSERT INTO public.unit VALUES (3573825318473086, 'bd-xa-cat-hai', 'commune', 'Xã Cát Hải', 'Cát Hải', 94789836531816, NULL, NULL, 'xa cat hai', 1);
INSERT INTO public.unit VALUES (238719935946114, 'bd-xa-cat-khanh', 'commune', 'Xã Cát Khánh', 'Cát Khánh', 94789836531816, NULL, NULL, 'xa cat khanh', 1);
INSERT INTO public.unit VALUES (3406943466190657, 'bd-xa-my-thanh', 'commune', 'Xã Mỹ Thành', 'Mỹ Thành', 3184791841735331, NULL, NULL, 'xa my thanh', 1);
INSERT INTO public.unit VALUES (5170564613204691, 'bd-xa-an-nghia', 'commune', 'Xã Ân Nghĩa', 'Ân Nghĩa', 5364658312280440, NULL, NULL, 'xa an nghia', 1);
INSERT INTO public.unit VALUES (3209147740847338, 'bd-xa-an-tuong-tay', 'commune', 'Xã Ân Tường Tây', 'Ân Tường Tây', 5364658312280440, NULL, NULL, 'xa an tuong tay', 1);
INSERT INTO public.unit VALUES (3329936848992901, 'bd-xa-an-toan', 'commune', 'Xã An Toàn', 'An Toàn', 2289235123294443, NULL, NULL, 'xa an toan', 1);
INSERT INTO public.unit VALUES (6190366027216308, 'bd-xa-canh-lien', 'commune', 'Xã Canh Liên', 'Canh Liên', 242089248621339, NULL, NULL, 'xa canh lien', 1);
INSERT INTO public.unit VALUES (6179510859362891, 'bd-xa-vinh-son', 'commune', 'Xã Vĩnh Sơn', 'Vĩnh Sơn', 8679692247724086, NULL, NULL, 'xa vinh son', 1);
INSERT INTO public.unit VALUES (1273497954076680, 'bd-xa-tay-phu', 'commune', 'Xã Tây Phú', 'Tây Phú', 332699805209124, NULL, NULL, 'xa tay phu', 1);
INSERT INTO public.unit VALUES (6009213447437799, 'bd-xa-binh-tuong', 'commune', 'Xã Bình Tường', 'Bình Tường', 332699805209124, NULL, NULL, 'xa binh tuong', 1);
INSERT INTO public.unit VALUES (8325626098854839, 'bd-xa-phuoc-son', 'commune', 'Xã Phước Sơn', 'Phước Sơn', 5903728349023883, NULL, NULL, 'xa phuoc son', 1);
INSERT INTO public.unit VALUES (8488143595678101, 'bd-xa-phuoc-thuan', 'commune', 'Xã Phước Thuận', 'Phước Thuận', 5903728349023883, NULL, NULL, 'xa phuoc thuan', 1);
INSERT INTO public.unit VALUES (4813272867348659, 'bd-phuong-binh-dinh', 'commune', 'Phường Bình Định', 'Bình Định', 333357915481157, NULL, NULL, 'phuong binh dinh', 1);
INSERT INTO public.unit VALUES (4576688374216873, 'bd-phuong-tam-quan', 'commune', 'Phường Tam Quan', 'Tam Quan', 408940646938458, NULL, NULL, 'phuong tam quan', 1);
INSERT INTO public.unit VALUES (4487822417310635, 'bd-xa-hoai-hai', 'commune', 'Xã Hoài Hải', 'Hoài Hải', 408940646938458, NULL, NULL, 'xa hoai hai', 1);

INSERT INTO public.unit_word VALUES ('binh', 2901637582832507);
INSERT INTO public.unit_word VALUES ('dinh', 2901637582832507);
INSERT INTO public.unit_word VALUES ('tinh', 2901637582832507);
INSERT INTO public.unit_word VALUES ('nhon', 7501113212831199);
INSERT INTO public.unit_word VALUES ('pho', 7501113212831199);
INSERT INTO public.unit_word VALUES ('quy', 7501113212831199);
INSERT INTO public.unit_word VALUES ('thanh', 7501113212831199);
INSERT INTO public.unit_word VALUES ('an', 333357915481157);
INSERT INTO public.unit_word VALUES ('nhon', 333357915481157);
INSERT INTO public.unit_word VALUES ('thi', 333357915481157);
INSERT INTO public.unit_word VALUES ('xa', 333357915481157);
INSERT INTO public.unit_word VALUES ('hoai', 408940646938458);
INSERT INTO public.unit_word VALUES ('nhon', 408940646938458);
INSERT INTO public.unit_word VALUES ('thi', 408940646938458);
INSERT INTO public.unit_word VALUES ('xa', 408940646938458);
INSERT INTO public.unit_word VALUES ('huyen', 5903728349023883);
INSERT INTO public.unit_word VALUES ('phuoc', 5903728349023883);
INSERT INTO public.unit_word VALUES ('tuy', 5903728349023883);
INSERT INTO public.unit_word VALUES ('cat', 94789836531816);
INSERT INTO public.unit_word VALUES ('huyen', 94789836531816);
INSERT INTO public.unit_word VALUES ('phu', 94789836531816);
INSERT INTO public.unit_word VALUES ('huyen', 3184791841735331);
INSERT INTO public.unit_word VALUES ('my', 3184791841735331);
INSERT INTO public.unit_word VALUES ('phu', 3184791841735331);
INSERT INTO public.unit_word VALUES ('an', 5364658312280440);
INSERT INTO public.unit_word VALUES ('hoai', 5364658312280440);
INSERT INTO public.unit_word VALUES ('huyen', 5364658312280440);
INSERT INTO public.unit_word VALUES ('an', 2289235123294443);
INSERT INTO public.unit_word VALUES ('huyen', 2289235123294443);
INSERT INTO public.unit_word VALUES ('lao', 2289235123294443);
INSERT INTO public.unit_word VALUES ('huyen', 8679692247724086);
INSERT INTO public.unit_word VALUES ('thanh', 8679692247724086);
INSERT INTO public.unit_word VALUES ('vinh', 8679692247724086);
INSERT INTO public.unit_word VALUES ('huyen', 332699805209124);
INSERT INTO public.unit_word VALUES ('son', 332699805209124);
INSERT INTO public.unit_word VALUES ('tay', 332699805209124);
INSERT INTO public.unit_word VALUES ('canh', 242089248621339);
INSERT INTO public.unit_word VALUES ('huyen', 242089248621339);
INSERT INTO public.unit_word VALUES ('van', 242089248621339);
INSERT INTO public.unit_word VALUES ('ban', 4965844959917442);
INSERT INTO public.unit_word VALUES ('binh', 4965844959917442);
INSERT INTO public.unit_word VALUES ('dinh', 4965844959917442);
INSERT INTO public.unit_word VALUES ('giao', 4965844959917442);
INSERT INTO public.unit_word VALUES ('tinh', 4965844959917442);
INSERT INTO public.unit_word VALUES ('tuyen', 4965844959917442);
INSERT INTO public.unit_word VALUES ('uy', 4965844959917442);
INSERT INTO public.unit_word VALUES ('ban', 1465547509976404);
INSERT INTO public.unit_word VALUES ('binh', 1465547509976404);
INSERT INTO public.unit_word VALUES ('dan', 1465547509976404);
INSERT INTO public.unit_word VALUES ('dinh', 1465547509976404);
INSERT INTO public.unit_word VALUES ('tinh', 1465547509976404);
INSERT INTO public.unit_word VALUES ('uy', 1465547509976404);
INSERT INTO public.unit_word VALUES ('van', 1465547509976404);
INSERT INTO public.unit_word VALUES ('binh', 512736998371489);
INSERT INTO public.unit_word VALUES ('dao', 512736998371489);
INSERT INTO public.unit_word VALUES ('dinh', 512736998371489);
INSERT INTO public.unit_word VALUES ('duc', 512736998371489);
INSERT INTO public.unit_word VALUES ('giao', 512736998371489);
INSERT INTO public.unit_word VALUES ('so', 512736998371489);
INSERT INTO public.unit_word VALUES ('tao', 512736998371489);
INSERT INTO public.unit_word VALUES ('tinh', 512736998371489);
INSERT INTO public.unit_word VALUES ('va', 512736998371489);
INSERT INTO public.unit_word VALUES ('binh', 2065353503170153);
INSERT INTO public.unit_word VALUES ('dinh', 2065353503170153);
INSERT INTO public.unit_word VALUES ('so', 2065353503170153);
INSERT INTO public.unit_word VALUES ('te', 2065353503170153);
INSERT INTO public.unit_word VALUES ('tinh', 2065353503170153);
INSERT INTO public.unit_word VALUES ('y', 2065353503170153);
INSERT INTO public.unit_word VALUES ('binh', 4543547944362452);
INSERT INTO public.unit_word VALUES ('dinh', 4543547944362452);
INSERT INTO public.unit_word VALUES ('noi', 4543547944362452);
INSERT INTO public.unit_word VALUES ('so', 4543547944362452);
INSERT INTO public.unit_word VALUES ('tinh', 4543547944362452);
INSERT INTO public.unit_word VALUES ('vu', 4543547944362452);
INSERT INTO public.unit_word VALUES ('binh', 1558513148090547);
INSERT INTO public.unit_word VALUES ('dinh', 1558513148090547);
INSERT INTO public.unit_word VALUES ('hoa', 1558513148090547);
INSERT INTO public.unit_word VALUES ('so', 1558513148090547);
INSERT INTO public.unit_word VALUES ('thao', 1558513148090547);
INSERT INTO public.unit_word VALUES ('the', 1558513148090547);
INSERT INTO public.unit_word VALUES ('tinh', 1558513148090547);
INSERT INTO public.unit_word VALUES ('va', 1558513148090547);
INSERT INTO public.unit_word VALUES ('van', 1558513148090547);
INSERT INTO public.unit_word VALUES ('binh', 5731227603078495);
INSERT INTO public.unit_word VALUES ('dinh', 5731227603078495);
INSERT INTO public.unit_word VALUES ('nghiep', 5731227603078495);
INSERT INTO public.unit_word VALUES ('nong', 5731227603078495);
INSERT INTO public.unit_word VALUES ('phat', 5731227603078495);
INSERT INTO public.unit_word VALUES ('so', 5731227603078495);
INSERT INTO public.unit_word VALUES ('thon', 5731227603078495);
INSERT INTO public.unit_word VALUES ('tinh', 5731227603078495);
INSERT INTO public.unit_word VALUES ('trien', 5731227603078495);
INSERT INTO public.unit_word VALUES ('va', 5731227603078495);
INSERT INTO public.unit_word VALUES ('binh', 2602267188158515);
INSERT INTO public.unit_word VALUES ('cong', 2602267188158515);
INSERT INTO public.unit_word VALUES ('dinh', 2602267188158515);
INSERT INTO public.unit_word VALUES ('hoc', 2602267188158515);
INSERT INTO public.unit_word VALUES ('khoa', 2602267188158515);
INSERT INTO public.unit_word VALUES ('nghe', 2602267188158515);
INSERT INTO public.unit_word VALUES ('so', 2602267188158515);
INSERT INTO public.unit_word VALUES ('tinh', 2602267188158515);
INSERT INTO public.unit_word VALUES ('va', 2602267188158515);
INSERT INTO public.unit_word VALUES ('binh', 1462292128023143);
INSERT INTO public.unit_word VALUES ('chinh', 1462292128023143);
INSERT INTO public.unit_word VALUES ('dinh', 1462292128023143);
INSERT INTO public.unit_word VALUES ('so', 1462292128023143);
INSERT INTO public.unit_word VALUES ('tai', 1462292128023143);
INSERT INTO public.unit_word VALUES ('tinh', 1462292128023143);
INSERT INTO public.unit_word VALUES ('binh', 6522318141701234);
INSERT INTO public.unit_word VALUES ('dinh', 6522318141701234);
INSERT INTO public.unit_word VALUES ('phap', 6522318141701234);
INSERT INTO public.unit_word VALUES ('so', 6522318141701234);
INSERT INTO public.unit_word VALUES ('tinh', 6522318141701234);
INSERT INTO public.unit_word VALUES ('tu', 6522318141701234);
INSERT INTO public.unit_word VALUES ('binh', 4555009850748135);
INSERT INTO public.unit_word VALUES ('cong', 4555009850748135);
INSERT INTO public.unit_word VALUES ('dinh', 4555009850748135);
INSERT INTO public.unit_word VALUES ('so', 4555009850748135);
INSERT INTO public.unit_word VALUES ('thuong', 4555009850748135);
INSERT INTO public.unit_word VALUES ('tinh', 4555009850748135);
INSERT INTO public.unit_word VALUES ('binh', 3992400866863451);
INSERT INTO public.unit_word VALUES ('dinh', 3992400866863451);
INSERT INTO public.unit_word VALUES ('dung', 3992400866863451);
INSERT INTO public.unit_word VALUES ('so', 3992400866863451);
INSERT INTO public.unit_word VALUES ('tinh', 3992400866863451);
INSERT INTO public.unit_word VALUES ('xay', 3992400866863451);
INSERT INTO public.unit_word VALUES ('binh', 812515054845064);
INSERT INTO public.unit_word VALUES ('dinh', 812515054845064);
INSERT INTO public.unit_word VALUES ('so', 812515054845064);
INSERT INTO public.unit_word VALUES ('thong', 812515054845064);
INSERT INTO public.unit_word VALUES ('tin', 812515054845064);
INSERT INTO public.unit_word VALUES ('tinh', 812515054845064);
INSERT INTO public.unit_word VALUES ('truyen', 812515054845064);
INSERT INTO public.unit_word VALUES ('tt', 812515054845064);
INSERT INTO public.unit_word VALUES ('va', 812515054845064);
INSERT INTO public.unit_word VALUES ('ban', 4610587085026738);
INSERT INTO public.unit_word VALUES ('binh', 4610587085026738);
INSERT INTO public.unit_word VALUES ('dinh', 4610587085026738);
INSERT INTO public.unit_word VALUES ('mat', 4610587085026738);
INSERT INTO public.unit_word VALUES ('mttq', 4610587085026738);
INSERT INTO public.unit_word VALUES ('nam', 4610587085026738);
INSERT INTO public.unit_word VALUES ('quoc', 4610587085026738);
INSERT INTO public.unit_word VALUES ('tinh', 4610587085026738);
INSERT INTO public.unit_word VALUES ('to', 4610587085026738);
INSERT INTO public.unit_word VALUES ('tran', 4610587085026738);
INSERT INTO public.unit_word VALUES ('uy', 4610587085026738);
INSERT INTO public.unit_word VALUES ('viet', 4610587085026738);
INSERT INTO public.unit_word VALUES ('binh', 6554132428792265);
INSERT INTO public.unit_word VALUES ('dinh', 6554132428792265);
INSERT INTO public.unit_word VALUES ('doan', 6554132428792265);
INSERT INTO public.unit_word VALUES ('dong', 6554132428792265);
INSERT INTO public.unit_word VALUES ('lao', 6554132428792265);
INSERT INTO public.unit_word VALUES ('ldld', 6554132428792265);
INSERT INTO public.unit_word VALUES ('lien', 6554132428792265);
INSERT INTO public.unit_word VALUES ('tinh', 6554132428792265);
INSERT INTO public.unit_word VALUES ('binh', 6461064023653972);
INSERT INTO public.unit_word VALUES ('dan', 6461064023653972);
INSERT INTO public.unit_word VALUES ('dinh', 6461064023653972);
INSERT INTO public.unit_word VALUES ('hoi', 6461064023653972);
INSERT INTO public.unit_word VALUES ('nong', 6461064023653972);
INSERT INTO public.unit_word VALUES ('tinh', 6461064023653972);
INSERT INTO public.unit_word VALUES ('binh', 1408957321022586);
INSERT INTO public.unit_word VALUES ('dinh', 1408957321022586);
INSERT INTO public.unit_word VALUES ('hiep', 1408957321022586);
INSERT INTO public.unit_word VALUES ('hoi', 1408957321022586);
INSERT INTO public.unit_word VALUES ('lien', 1408957321022586);
INSERT INTO public.unit_word VALUES ('nu', 1408957321022586);
INSERT INTO public.unit_word VALUES ('phu', 1408957321022586);
INSERT INTO public.unit_word VALUES ('tinh', 1408957321022586);
INSERT INTO public.unit_word VALUES ('binh', 3325984185172433);
INSERT INTO public.unit_word VALUES ('dinh', 3325984185172433);
INSERT INTO public.unit_word VALUES ('doan', 3325984185172433);
INSERT INTO public.unit_word VALUES ('tinh', 3325984185172433);
INSERT INTO public.unit_word VALUES ('binh', 7221141072153727);
INSERT INTO public.unit_word VALUES ('chien', 7221141072153727);
INSERT INTO public.unit_word VALUES ('cuu', 7221141072153727);
INSERT INTO public.unit_word VALUES ('dinh', 7221141072153727);
INSERT INTO public.unit_word VALUES ('hoi', 7221141072153727);
INSERT INTO public.unit_word VALUES ('tinh', 7221141072153727);
INSERT INTO public.unit_word VALUES ('binh', 8314127244504269);
INSERT INTO public.unit_word VALUES ('bo', 8314127244504269);
INSERT INTO public.unit_word VALUES ('chi', 8314127244504269);
INSERT INTO public.unit_word VALUES ('chqs', 8314127244504269);
INSERT INTO public.unit_word VALUES ('dinh', 8314127244504269);
INSERT INTO public.unit_word VALUES ('huy', 8314127244504269);
INSERT INTO public.unit_word VALUES ('quan', 8314127244504269);
INSERT INTO public.unit_word VALUES ('su', 8314127244504269);
INSERT INTO public.unit_word VALUES ('tinh', 8314127244504269);
INSERT INTO public.unit_word VALUES ('an', 2456095744858240);
INSERT INTO public.unit_word VALUES ('binh', 2456095744858240);
INSERT INTO public.unit_word VALUES ('cong', 2456095744858240);
INSERT INTO public.unit_word VALUES ('dinh', 2456095744858240);
INSERT INTO public.unit_word VALUES ('tinh', 2456095744858240);
INSERT INTO public.unit_word VALUES ('bien', 1141137124885474);
INSERT INTO public.unit_word VALUES ('binh', 1141137124885474);
INSERT INTO public.unit_word VALUES ('bo', 1141137124885474);
INSERT INTO public.unit_word VALUES ('dinh', 1141137124885474);
INSERT INTO public.unit_word VALUES ('doi', 1141137124885474);
INSERT INTO public.unit_word VALUES ('phong', 1141137124885474);
INSERT INTO public.unit_word VALUES ('tinh', 1141137124885474);
INSERT INTO public.unit_word VALUES ('bao', 4516854809638184);
INSERT INTO public.unit_word VALUES ('binh', 4516854809638184);
INSERT INTO public.unit_word VALUES ('dinh', 4516854809638184);
INSERT INTO public.unit_word VALUES ('binh', 4087047435888493);
INSERT INTO public.unit_word VALUES ('btv', 4087047435888493);
INSERT INTO public.unit_word VALUES ('dai', 4087047435888493);
INSERT INTO public.unit_word VALUES ('dinh', 4087047435888493);
INSERT INTO public.unit_word VALUES ('hinh', 4087047435888493);
INSERT INTO public.unit_word VALUES ('phat', 4087047435888493);
INSERT INTO public.unit_word VALUES ('thanh', 4087047435888493);
INSERT INTO public.unit_word VALUES ('truyen', 4087047435888493);
INSERT INTO public.unit_word VALUES ('va', 4087047435888493);
INSERT INTO public.unit_word VALUES ('cang', 8501706918533180);
INSERT INTO public.unit_word VALUES ('co', 8501706918533180);
INSERT INTO public.unit_word VALUES ('cong', 8501706918533180);
INSERT INTO public.unit_word VALUES ('nhon', 8501706918533180);
INSERT INTO public.unit_word VALUES ('phan', 8501706918533180);
INSERT INTO public.unit_word VALUES ('quy', 8501706918533180);
INSERT INTO public.unit_word VALUES ('ty', 8501706918533180);
INSERT INTO public.unit_word VALUES ('bi', 8558141579407021);
INSERT INTO public.unit_word VALUES ('binh', 8558141579407021);
INSERT INTO public.unit_word VALUES ('co', 8558141579407021);
INSERT INTO public.unit_word VALUES ('cong', 8558141579407021);
INSERT INTO public.unit_word VALUES ('dinh', 8558141579407021);
INSERT INTO public.unit_word VALUES ('duoc', 8558141579407021);
INSERT INTO public.unit_word VALUES ('phan', 8558141579407021);
INSERT INTO public.unit_word VALUES ('te', 8558141579407021);
INSERT INTO public.unit_word VALUES ('thiet', 8558141579407021);
INSERT INTO public.unit_word VALUES ('trang', 8558141579407021);
INSERT INTO public.unit_word VALUES ('ty', 8558141579407021);
INSERT INTO public.unit_word VALUES ('y', 8558141579407021);
INSERT INTO public.unit_word VALUES ('dai', 4377642702240279);
INSERT INTO public.unit_word VALUES ('hoc', 4377642702240279);
INSERT INTO public.unit_word VALUES ('nhon', 4377642702240279);
INSERT INTO public.unit_word VALUES ('quy', 4377642702240279);
INSERT INTO public.unit_word VALUES ('truong', 4377642702240279);
INSERT INTO public.unit_word VALUES ('hoc', 2948605103961096);
INSERT INTO public.unit_word VALUES ('nhon', 2948605103961096);
INSERT INTO public.unit_word VALUES ('quoc', 2948605103961096);
INSERT INTO public.unit_word VALUES ('quy', 2948605103961096);
INSERT INTO public.unit_word VALUES ('thpt', 2948605103961096);
INSERT INTO public.unit_word VALUES ('truong', 2948605103961096);
INSERT INTO public.unit_word VALUES ('phu', 5317371450116215);
INSERT INTO public.unit_word VALUES ('phuong', 5317371450116215);
INSERT INTO public.unit_word VALUES ('tran', 5317371450116215);
INSERT INTO public.unit_word VALUES ('ghenh', 8549006824693805);
INSERT INTO public.unit_word VALUES ('phuong', 8549006824693805);
INSERT INTO public.unit_word VALUES ('rang', 8549006824693805);
INSERT INTO public.unit_word VALUES ('ly', 1195757105019808);
INSERT INTO public.unit_word VALUES ('nhon', 1195757105019808);
INSERT INTO public.unit_word VALUES ('xa', 1195757105019808);
INSERT INTO public.unit_word VALUES ('hai', 3867372712376826);
INSERT INTO public.unit_word VALUES ('nhon', 3867372712376826);
INSERT INTO public.unit_word VALUES ('xa', 3867372712376826);
INSERT INTO public.unit_word VALUES ('cat', 3573825318473086);
INSERT INTO public.unit_word VALUES ('hai', 3573825318473086);
INSERT INTO public.unit_word VALUES ('xa', 3573825318473086);
INSERT INTO public.unit_word VALUES ('cat', 238719935946114);
INSERT INTO public.unit_word VALUES ('khanh', 238719935946114);
INSERT INTO public.unit_word VALUES ('xa', 238719935946114);
INSERT INTO public.unit_word VALUES ('my', 3406943466190657);
INSERT INTO public.unit_word VALUES ('thanh', 3406943466190657);
INSERT INTO public.unit_word VALUES ('xa', 3406943466190657);
INSERT INTO public.unit_word VALUES ('an', 5170564613204691);
INSERT INTO public.unit_word VALUES ('nghia', 5170564613204691);
INSERT INTO public.unit_word VALUES ('xa', 5170564613204691);
INSERT INTO public.unit_word VALUES ('an', 3209147740847338);
INSERT INTO public.unit_word VALUES ('tay', 3209147740847338);
INSERT INTO public.unit_word VALUES ('tuong', 3209147740847338);
INSERT INTO public.unit_word VALUES ('xa', 3209147740847338);
INSERT INTO public.unit_word VALUES ('an', 3329936848992901);
INSERT INTO public.unit_word VALUES ('toan', 3329936848992901);
INSERT INTO public.unit_word VALUES ('xa', 3329936848992901);
INSERT INTO public.unit_word VALUES ('canh', 6190366027216308);
INSERT INTO public.unit_word VALUES ('lien', 6190366027216308);
INSERT INTO public.unit_word VALUES ('xa', 6190366027216308);
INSERT INTO public.unit_word VALUES ('son', 6179510859362891);
INSERT INTO public.unit_word VALUES ('vinh', 6179510859362891);
INSERT INTO public.unit_word VALUES ('xa', 6179510859362891);
INSERT INTO public.unit_word VALUES ('phu', 1273497954076680);
INSERT INTO public.unit_word VALUES ('tay', 1273497954076680);
INSERT INTO public.unit_word VALUES ('xa', 1273497954076680);
INSERT INTO public.unit_word VALUES ('binh', 6009213447437799);
INSERT INTO public.unit_word VALUES ('tuong', 6009213447437799);
INSERT INTO public.unit_word VALUES ('xa', 6009213447437799);
INSERT INTO public.unit_word VALUES ('phuoc', 8325626098854839);
INSERT INTO public.unit_word VALUES ('son', 8325626098854839);
INSERT INTO public.unit_word VALUES ('xa', 8325626098854839);
INSERT INTO public.unit_word VALUES ('phuoc', 8488143595678101);
INSERT INTO public.unit_word VALUES ('thuan', 8488143595678101);
INSERT INTO public.unit_word VALUES ('xa', 8488143595678101);
INSERT INTO public.unit_word VALUES ('binh', 4813272867348659);
INSERT INTO public.unit_word VALUES ('dinh', 4813272867348659);
INSERT INTO public.unit_word VALUES ('phuong', 4813272867348659);
INSERT INTO public.unit_word VALUES ('phuong', 4576688374216873);
INSERT INTO public.unit_word VALUES ('quan', 4576688374216873);
INSERT INTO public.unit_word VALUES ('tam', 4576688374216873);
INSERT INTO public.unit_word VALUES ('hai', 4487822417310635);
INSERT INTO public.unit_word VALUES ('hoai', 4487822417310635);
INSERT INTO public.unit_word VALUES ('xa', 4487822417310635);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_email_key UNIQUE (email);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_phone_key UNIQUE (phone);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_word
    ADD CONSTRAINT account_word_pkey PRIMARY KEY (word, account_id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_contest_id_round_code_judge_id_key UNIQUE (contest_id, round, code, judge_id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.award
    ADD CONSTRAINT award_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.card
    ADD CONSTRAINT card_pkey PRIMARY KEY (assignment_id);

ALTER TABLE ONLY public.conflict_waiver
    ADD CONSTRAINT conflict_waiver_pkey PRIMARY KEY (contest_id, code, judge_id);

ALTER TABLE ONLY public.contest
    ADD CONSTRAINT contest_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.contest
    ADD CONSTRAINT contest_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_contest_id_code_key UNIQUE (contest_id, code);

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_contest_id_number_key UNIQUE (contest_id, number);

ALTER TABLE ONLY public.entry_event
    ADD CONSTRAINT entry_event_pkey PRIMARY KEY (entry_id, seq);

ALTER TABLE ONLY public.entry_file
    ADD CONSTRAINT entry_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.entry_name_tag
    ADD CONSTRAINT entry_name_tag_pkey PRIMARY KEY (contest_id, tag, entry_id);

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.entry_tally
    ADD CONSTRAINT entry_tally_pkey PRIMARY KEY (contest_id, state, category, field);

ALTER TABLE ONLY public.entry_unit_tally
    ADD CONSTRAINT entry_unit_tally_pkey PRIMARY KEY (contest_id, state, unit_id);

ALTER TABLE ONLY public.entry_version
    ADD CONSTRAINT entry_version_pkey PRIMARY KEY (entry_id, version);

ALTER TABLE ONLY public.entry_word
    ADD CONSTRAINT entry_word_pkey PRIMARY KEY (contest_id, word, entry_id);

ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (key_hash);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.join_consent
    ADD CONSTRAINT join_consent_pkey PRIMARY KEY (result_id, account_id);

ALTER TABLE ONLY public.judge_terms
    ADD CONSTRAINT judge_terms_pkey PRIMARY KEY (contest_id, account_id);

ALTER TABLE ONLY public.judge_tie
    ADD CONSTRAINT judge_tie_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ledger_checkpoint
    ADD CONSTRAINT ledger_checkpoint_pkey PRIMARY KEY (size);

ALTER TABLE ONLY public.ledger_head
    ADD CONSTRAINT ledger_head_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ledger_opening
    ADD CONSTRAINT ledger_opening_pkey PRIMARY KEY (seq, name);

ALTER TABLE ONLY public.ledger_record
    ADD CONSTRAINT ledger_record_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY public.login_guard
    ADD CONSTRAINT login_guard_pkey PRIMARY KEY (subject);

ALTER TABLE ONLY public.panel_member
    ADD CONSTRAINT panel_member_pkey PRIMARY KEY (panel_id, account_id);

ALTER TABLE ONLY public.panel
    ADD CONSTRAINT panel_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.password_reset
    ADD CONSTRAINT password_reset_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.password_reset
    ADD CONSTRAINT password_reset_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.published_result
    ADD CONSTRAINT published_result_pkey PRIMARY KEY (result_id);

ALTER TABLE ONLY public.published_work
    ADD CONSTRAINT published_work_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.published_work
    ADD CONSTRAINT published_work_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.published_work_word
    ADD CONSTRAINT published_work_word_pkey PRIMARY KEY (word, entry_id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT result_contest_id_number_key UNIQUE (contest_id, number);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT result_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.round_entry
    ADD CONSTRAINT round_entry_pkey PRIMARY KEY (contest_id, round, code);

ALTER TABLE ONLY public.round
    ADD CONSTRAINT round_pkey PRIMARY KEY (contest_id, number);

ALTER TABLE ONLY public.rule_book
    ADD CONSTRAINT rule_book_pkey PRIMARY KEY (contest_id, version);

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_code_key UNIQUE (code);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.unit_successor
    ADD CONSTRAINT unit_successor_pkey PRIMARY KEY (unit_id, successor_id);

ALTER TABLE ONLY public.unit_word
    ADD CONSTRAINT unit_word_pkey PRIMARY KEY (word, unit_id);

ALTER TABLE ONLY public.upload
    ADD CONSTRAINT upload_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.work_flag
    ADD CONSTRAINT work_flag_pkey PRIMARY KEY (assignment_id);

CREATE INDEX account_word_account ON public.account_word USING btree (account_id);

CREATE INDEX assignment_entry ON public.assignment USING btree (entry_id);

CREATE INDEX assignment_judge ON public.assignment USING btree (judge_id, contest_id, round, code);

CREATE INDEX award_entry ON public.award USING btree (entry_id);

CREATE INDEX award_result ON public.award USING btree (result_id, "position");

CREATE INDEX contest_created ON public.contest USING btree (created_at, id);

CREATE INDEX contest_state ON public.contest USING btree (state, deadline_at, id);

CREATE INDEX entry_category ON public.entry USING btree (contest_id, category, state, code);

CREATE INDEX entry_contest ON public.entry USING btree (contest_id, submitted_at, id);

CREATE INDEX entry_file_entry ON public.entry_file USING btree (entry_id, "position");

CREATE INDEX entry_list ON public.entry USING btree (contest_id, state, submitted_at, id);

CREATE INDEX entry_name_tag_entry ON public.entry_name_tag USING btree (entry_id);

CREATE INDEX entry_owner ON public.entry USING btree (owner_tag, contest_id, created_at, id);

CREATE INDEX entry_word_entry ON public.entry_word USING btree (entry_id);

CREATE INDEX idempotency_key_created ON public.idempotency_key USING btree (created_at);

CREATE INDEX invitation_contest ON public.invitation USING btree (contest_id, created_at, id);

CREATE INDEX job_due ON public.job USING btree (state, run_after, id);

CREATE INDEX judge_tie_judge ON public.judge_tie USING btree (contest_id, account_id);

CREATE INDEX ledger_record_contest ON public.ledger_record USING btree (contest_id, seq);

CREATE INDEX login_guard_window ON public.login_guard USING btree (window_start);

CREATE INDEX panel_contest ON public.panel USING btree (contest_id, round, id);

CREATE INDEX panel_member_account ON public.panel_member USING btree (account_id);

CREATE INDEX password_reset_account ON public.password_reset USING btree (account_id, requested_at);

CREATE INDEX password_reset_requested ON public.password_reset USING btree (requested_at, id);

CREATE INDEX published_result_contest ON public.published_result USING btree (contest_id, published_at);

CREATE INDEX published_work_contest ON public.published_work USING btree (contest_id, slug);

CREATE INDEX published_work_exemplar ON public.published_work USING btree (exemplar_slug, published_at, slug);

CREATE INDEX published_work_indexed ON public.published_work USING btree (indexed, entry_id);

CREATE INDEX published_work_recent ON public.published_work USING btree (published_at, slug);

CREATE INDEX published_work_word_entry ON public.published_work_word USING btree (entry_id);

CREATE INDEX role_grant_account ON public.role_grant USING btree (account_id);

CREATE INDEX role_grant_contest ON public.role_grant USING btree (contest_id, role, account_id);

CREATE INDEX round_entry_entry ON public.round_entry USING btree (entry_id);

CREATE INDEX session_account ON public.session USING btree (account_id, created_at);

CREATE INDEX session_expires ON public.session USING btree (expires_at);

CREATE INDEX unit_folded ON public.unit USING btree (folded, id);

CREATE INDEX unit_parent ON public.unit USING btree (parent_id, folded, id);

CREATE INDEX unit_successor_back ON public.unit_successor USING btree (successor_id);

CREATE INDEX unit_word_unit ON public.unit_word USING btree (unit_id);

CREATE INDEX upload_entry ON public.upload USING btree (entry_id, created_at, id);

CREATE INDEX upload_expires ON public.upload USING btree (expires_at, id);

CREATE INDEX work_flag_round ON public.work_flag USING btree (contest_id, round, raised_at, assignment_id);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.account_word
    ADD CONSTRAINT account_word_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_judge_id_fkey FOREIGN KEY (judge_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.award
    ADD CONSTRAINT award_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.award
    ADD CONSTRAINT award_result_id_fkey FOREIGN KEY (result_id) REFERENCES public.result(id);

ALTER TABLE ONLY public.award
    ADD CONSTRAINT award_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.card
    ADD CONSTRAINT card_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES public.assignment(id);

ALTER TABLE ONLY public.contest
    ADD CONSTRAINT contest_host_unit_id_fkey FOREIGN KEY (host_unit_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.contest
    ADD CONSTRAINT contest_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.contest(id);

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_contest_id_fkey FOREIGN KEY (contest_id) REFERENCES public.contest(id);

ALTER TABLE ONLY public.entry_event
    ADD CONSTRAINT entry_event_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_exemplar_unit_id_fkey FOREIGN KEY (exemplar_unit_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.entry_file
    ADD CONSTRAINT entry_file_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.entry_name_tag
    ADD CONSTRAINT entry_name_tag_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.entry_tally
    ADD CONSTRAINT entry_tally_contest_id_fkey FOREIGN KEY (contest_id) REFERENCES public.contest(id);

ALTER TABLE ONLY public.entry_unit_tally
    ADD CONSTRAINT entry_unit_tally_contest_id_fkey FOREIGN KEY (contest_id) REFERENCES public.contest(id);

ALTER TABLE ONLY public.entry_unit_tally
    ADD CONSTRAINT entry_unit_tally_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.entry_version
    ADD CONSTRAINT entry_version_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.entry_word
    ADD CONSTRAINT entry_word_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_used_by_fkey FOREIGN KEY (used_by) REFERENCES public.account(id);

ALTER TABLE ONLY public.join_consent
    ADD CONSTRAINT join_consent_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.join_consent
    ADD CONSTRAINT join_consent_result_id_fkey FOREIGN KEY (result_id) REFERENCES public.result(id);

ALTER TABLE ONLY public.judge_terms
    ADD CONSTRAINT judge_terms_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.judge_tie
    ADD CONSTRAINT judge_tie_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.ledger_opening
    ADD CONSTRAINT ledger_opening_seq_fkey FOREIGN KEY (seq) REFERENCES public.ledger_record(seq);

ALTER TABLE ONLY public.panel
    ADD CONSTRAINT panel_contest_id_fkey FOREIGN KEY (contest_id) REFERENCES public.contest(id);

ALTER TABLE ONLY public.panel_member
    ADD CONSTRAINT panel_member_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.panel_member
    ADD CONSTRAINT panel_member_panel_id_fkey FOREIGN KEY (panel_id) REFERENCES public.panel(id);

ALTER TABLE ONLY public.password_reset
    ADD CONSTRAINT password_reset_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.published_result
    ADD CONSTRAINT published_result_result_id_fkey FOREIGN KEY (result_id) REFERENCES public.result(id);

ALTER TABLE ONLY public.published_work
    ADD CONSTRAINT published_work_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.published_work
    ADD CONSTRAINT published_work_result_id_fkey FOREIGN KEY (result_id) REFERENCES public.result(id);

ALTER TABLE ONLY public.published_work_word
    ADD CONSTRAINT published_work_word_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.published_work(entry_id);

ALTER TABLE ONLY public.result
    ADD CONSTRAINT result_contest_id_fkey FOREIGN KEY (contest_id) REFERENCES public.contest(id);

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.round
    ADD CONSTRAINT round_contest_id_fkey FOREIGN KEY (contest_id) REFERENCES public.contest(id);

ALTER TABLE ONLY public.round_entry
    ADD CONSTRAINT round_entry_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.rule_book
    ADD CONSTRAINT rule_book_contest_id_fkey FOREIGN KEY (contest_id) REFERENCES public.contest(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);

ALTER TABLE ONLY public.unit
    ADD CONSTRAINT unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.unit_successor
    ADD CONSTRAINT unit_successor_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.unit_successor
    ADD CONSTRAINT unit_successor_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.unit_word
    ADD CONSTRAINT unit_word_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES public.unit(id);

ALTER TABLE ONLY public.upload
    ADD CONSTRAINT upload_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.work_flag
    ADD CONSTRAINT work_flag_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES public.assignment(id);

