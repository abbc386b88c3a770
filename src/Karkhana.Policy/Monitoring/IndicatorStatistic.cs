namespace Karkhana.Policy;

/// <summary>Which number of the answers an indicator is.</summary>
public enum IndicatorStatistic
{
    /// <summary>Written down by the programme itself; no survey gives it.</summary>
    Ledger,

    /// <summary>The mean over firms of the mean of its items.</summary>
    Mean,

    /// <summary>The median over firms of its item.</summary>
    Median,

    /// <summary>The share of firms with an answer above 0 in any item.</summary>
    ShareAny,

    /// <summary>The share of firms with 0 in all items that they answered.</summary>
    ShareNone,

    /// <summary>The mean over firms of a score.</summary>
    Score,

    /// <summary>A number that the diagnosis gives.</summary>
    Finding,

    /// <summary>The estimate of a programme evaluation.</summary>
    Evaluation,
}
