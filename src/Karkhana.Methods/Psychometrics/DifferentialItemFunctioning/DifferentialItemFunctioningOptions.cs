using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on the screening for differential item functioning.</summary>
public sealed record DifferentialItemFunctioningOptions
{
    /// <summary>Gets the method.</summary>
    /// <value><see cref="DifferentialItemFunctioningMethod.MantelHaenszel"/> unless set.</value>
    [Description("How an item is compared between the groups.")]
    public DifferentialItemFunctioningMethod Method { get; init; }

    /// <summary>Gets the code of the reference group.</summary>
    /// <value>"0" unless set; the other group is the focal one.</value>
    [Description("Code of the reference group; the other group is the focal one.")]
    public string ReferenceGroup { get; init; } = "0";

    /// <summary>Gets a value indicating whether the Mantel–Haenszel statistic of a two-valued item is corrected by
    /// ½.</summary>
    /// <value>True unless set.</value>
    [Description("Mantel-Haenszel of two-valued items only: reduce the absolute difference by 1/2.")]
    public bool ContinuityCorrection { get; init; } = true;

    /// <summary>Gets what makes respondents comparable.</summary>
    /// <value><see cref="MatchingVariable.Total"/> unless set.</value>
    [Description("Total: sum of the items, the studied one included; score: the column of that role.")]
    public MatchingVariable Matching { get; init; }

    /// <summary>Gets the number of strata of about equal size for Mantel–Haenszel.</summary>
    /// <value>0, the default, makes each value of the matching variable a stratum; else 2 to 1000.</value>
    [Description("Mantel-Haenszel only: number of strata of about equal size; 0 makes each value a stratum.")]
    public int MatchingGroups
    {
        get;
        init => field = value == 0 ? 0 : Require.Between(value, 2, 1000);
    }

    /// <summary>Gets a value indicating whether flagged items are taken out of the total of the others, again and again
    /// until the flags stay.</summary>
    /// <value>False unless set; needs the total as matching variable.</value>
    [Description("Leave flagged items out of the total of the others and repeat until the flags stay.")]
    public bool Purify { get; init; }

    /// <summary>Gets the most rounds of purification.</summary>
    /// <value>From 1 to 100; 10 unless set.</value>
    [Description("Most rounds of purification.")]
    public int Rounds { get; init => field = Require.Between(value, 1, 100); } = 10;

    /// <summary>Gets the adjusted p-value below which a regression flags an item.</summary>
    /// <value>Above 0 and below 1; 0.01 unless set.</value>
    [Description("Logistic and ordinal: adjusted p-value below which an item may be flagged.")]
    public double Significance { get; init => field = Require.Between(value, 1e-12, 1 - 1e-12); } = 0.01;

    /// <summary>Gets the Nagelkerke difference from which on a regression flags an item.</summary>
    /// <value>From 0 to 1; 0.035 unless set.</value>
    [Description("Logistic and ordinal: least difference of Nagelkerke's R2 of a flagged item.")]
    public double LeastDifference { get; init => field = Require.Between(value, 0, 1); } = 0.035;
}
