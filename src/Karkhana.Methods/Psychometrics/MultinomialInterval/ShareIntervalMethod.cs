namespace Karkhana.Methods.Psychometrics;

/// <summary>How the intervals of several shares are made.</summary>
public enum ShareIntervalMethod
{
    /// <summary>Score intervals at once, by Bonferroni's inequality.</summary>
    Goodman,

    /// <summary>Score intervals, each by itself.</summary>
    Wilson,

    /// <summary>Score intervals at once, from one chi-square; wider than Goodman's for few categories.</summary>
    QuesenberryHurst,

    /// <summary>Equal widths at once, from the law of the counts themselves; the shortest for many categories.</summary>
    SisonGlaz,
}
