export type Id = string;
export type Code = string;
/**
 * @maxItems 100
 */
export type Texts = Text[];
export type Time = string;
/**
 * @maxItems 500
 */
export type Codes = Code[];
export type Role = "judge" | "organiser" | "secretary" | "head" | "inspector" | "coordinator" | "administrator";
export type Count = number;
export type Points = number;

/**
 * Everything that the published rules (thể lệ) of a contest say. docs/rule-book.md tells which rules are obeyed, which are for reading, and which are refused at opening.
 */
export interface RuleBook {
  name: Text;
  summary?: Text;
  slug: Id;
  level: "provincial" | "grassroots";
  host_unit: Code;
  co_organisers?: Texts;
  parent?: Id;
  edition?: string;
  series?: string;
  /**
   * @maxItems 50
   */
  previous_editions?: {
    edition: string;
    from?: Time;
    to?: Time;
    notes?: Text;
  }[];
  /**
   * Numbered notices that changed these rules (thông báo điều chỉnh).
   *
   * @maxItems 50
   */
  notices?: {
    kind: "extension" | "shortening" | "correction" | "other";
    date: Time;
    number?: string;
    by?: Text;
    reason?: Text;
  }[];
  /**
   * @maxItems 50
   */
  legal_basis?: string[];
  /**
   * What the published rules did not show and was assumed.
   *
   * @maxItems 100
   */
  assumptions?: string[];
  calendar: {
    opens: Time;
    deadline: Time;
    grace_minutes?: number;
    judging_from?: Time;
    judging_to?: Time;
    results_at?: Time;
    appeals_until?: Time;
    zone?: string;
    periods?: "none" | "monthly" | "quarterly";
    late_policy?: "reject" | "next_edition";
  };
  eligibility?: {
    scope?: "open" | "residents" | "members";
    units?: Codes;
    /**
     * @maxItems 20
     */
    excluded_roles?: Role[];
    excluded_units?: Codes;
    excluded_others?: Texts;
    eligible_notes?: Texts;
    min_age?: number;
    max_age?: number;
    max_entries?: number;
    guardian_consent_below?: number;
  };
  /**
   * What is asked of authors beyond a name.
   *
   * @maxItems 30
   */
  author_data?: (
    | "birth_year"
    | "pen_name"
    | "ethnicity"
    | "nationality"
    | "sex"
    | "occupation"
    | "academic_title"
    | "position"
    | "unit"
    | "address"
    | "phone"
    | "email"
    | "id_number"
    | "bank_account"
  )[];
  /**
   * @maxItems 30
   */
  declarations?: {
    id: Id;
    text: Text;
    required?: boolean;
  }[];
  submission?: {
    /**
     * @maxItems 10
     */
    channels?: ("portal" | "hand" | "post" | "email" | "disc")[];
    address?: Text;
    notes?: Texts;
  };
  blind_judging?: {
    on?: boolean;
    notes?: Texts;
  };
  languages?: {
    /**
     * @maxItems 20
     */
    accepted?: string[];
    translation_required?: boolean;
  };
  subject?: {
    must?: Texts;
    excluded?: Texts;
    not_yet_honoured?: boolean;
    deed_from?: Time;
    confirmation_by_unit?: boolean;
    honour?: Text;
  };
  topics?: Texts;
  /**
   * @minItems 1
   * @maxItems 50
   */
  categories: [Category, ...Category[]];
  /**
   * @minItems 1
   * @maxItems 100
   */
  fields: [
    {
      id: Id;
      name: Text;
    },
    ...{
      id: Id;
      name: Text;
    }[]
  ];
  /**
   * @minItems 1
   * @maxItems 10
   */
  rounds: [Round, ...Round[]];
  screening?: {
    by?: "secretary";
    grounds?: Texts;
    identity_in_work?: "redact" | "refuse";
  };
  public_vote?: {
    weight_percent: number;
  };
  /**
   * @maxItems 20
   */
  tie_breaks?: {
    by: "criterion" | "highest_card" | "smallest_spread" | "head_decision" | "shared";
    criterion?: Id;
  }[];
  /**
   * @maxItems 100
   */
  prizes: Prize[];
  /**
   * What the prizes add up to, for the contest or for one category; checked against the prizes.
   *
   * @maxItems 60
   */
  prize_totals?: {
    category?: Id;
    works?: Count;
    money?: number;
  }[];
  awards_per_author?: number;
  ties_at_prize_line?: "decide" | "all_pass";
  most_awarded_percent?: number;
  results_listed_by?: "author" | "code";
  /**
   * Whether the contest's page shows how many works came in, by field and by type of unit.
   */
  public_counts?: boolean;
  /**
   * @maxItems 100
   */
  quotas?: {
    unit_type: string;
    min?: Count;
    max: Count;
    min_score?: Points;
    by?: Time;
    notes?: Text;
  }[];
}
export interface Text {
  vi: string;
  en?: string;
}
export interface Category {
  id: Id;
  name: Text;
  kind: "writing" | "reportage";
  media: "text" | "print" | "online" | "photo" | "radio" | "television" | "video" | "magazine" | "mixed";
  text?: boolean;
  text_or_file?: boolean;
  min_words?: Count;
  max_words?: Count;
  min_pages?: Count;
  /**
   * @maxItems 20
   */
  files?: File[];
  max_authors?: number;
  max_entries?: number;
  series_parts?: number;
  genres?: Texts;
  publication?: Publication;
  max_similarity_percent?: number;
  receiving_unit?: Code;
  format_notes?: Texts;
}
export interface File {
  purpose: Id;
  name: Text;
  /**
   * @minItems 1
   * @maxItems 20
   */
  kinds: [
    "docx" | "pdf" | "jpeg" | "png" | "mp4" | "mp3" | "m4a" | "wav",
    ...("docx" | "pdf" | "jpeg" | "png" | "mp4" | "mp3" | "m4a" | "wav")[]
  ];
  min_count?: Count;
  max_count?: number;
  max_megabytes: number;
  min_seconds?: Count;
  max_seconds?: Count;
  min_width?: Count;
  min_height?: Count;
  aspect?: string;
  narration?: "required" | "optional" | "none";
  captions?: boolean;
}
export interface Publication {
  regime: "any" | "unpublished" | "published" | "mixed" | "publish_to_qualify";
  from?: Time;
  to?: Time;
  proof?: Text;
  social_media_counts?: boolean;
}
export interface Round {
  id: Id;
  name: Text;
  /**
   * @minItems 1
   * @maxItems 50
   */
  criteria: [Criterion, ...Criterion[]];
  judges_per_entry: number;
  combine?: "mean" | "trimmed_mean" | "median" | "sum";
  trim?: {
    each_side: number;
    from_cards: number;
  };
  discrepancy?: {
    threshold: Points;
    inclusive?: boolean;
    then: "mean_of_all" | "mean_of_two_closest" | "extra_alone";
  };
  calibration?: "none" | "zscore" | "additive";
  places?: number;
  advance?: {
    by: "all" | "top_n" | "top_percent" | "min_score" | "by_hand";
    value?: Points;
    ties?: "all_pass" | "tie_breaks";
  };
  bonus?: {
    name: Text;
    max: Points;
    granted_by?: "judge" | "secretary" | "head";
  };
  pairs_by_lot?: boolean;
  panels_by_category?: boolean;
  /**
   * Card totals and the score that the rules make of them; no score while an extra judge must still mark.
   *
   * @maxItems 50
   */
  worked_examples?: {
    /**
     * @minItems 1
     * @maxItems 50
     */
    totals: [Points, ...Points[]];
    extra?: Points;
    score?: Points;
  }[];
}
export interface Criterion {
  id: Id;
  name: Text;
  description?: Text;
  weight?: Points;
  max: Points;
  step?: Points;
}
export interface Prize {
  id: Id;
  name: Text;
  rank: number;
  count?: number;
  count_unstated?: boolean;
  scope?: "contest" | "category";
  /**
   * @maxItems 100
   */
  categories?: Id[];
  kind?: "ranked" | "special" | "collective" | "side";
  min_score?: Points;
  may_stay_vacant?: boolean;
  money?: number;
  in_kind?: Text;
  convertible_to_cash?: boolean;
  /**
   * Equal winners share the name of the prize (đồng giải).
   */
  joint?: boolean;
  basis?:
    | "decision"
    | "works_entered"
    | "works_per_member"
    | "average_score"
    | "prizes_won"
    | "first_prizes"
    | "oldest_author"
    | "youngest_author";
}
