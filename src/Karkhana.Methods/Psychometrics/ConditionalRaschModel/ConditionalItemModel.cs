namespace Karkhana.Methods.Psychometrics;

/// <summary>The models of the Rasch family, whose raw score holds all that is known of the respondent.</summary>
public enum ConditionalItemModel
{
    /// <summary>Two categories, one difficulty per item.</summary>
    Rasch,

    /// <summary>Thresholds b_jk are free for each item; Masters 1982.</summary>
    PartialCredit,

    /// <summary>b_jk = location_j + τ_k: the steps are equally far apart in all items; Andrich 1978.</summary>
    RatingScale,
}
