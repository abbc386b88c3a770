namespace Karkhana.CollectiveEfficiency;

/// <summary>Which value a tie gets when its ends report different ones.</summary>
public enum ReportedValue
{
    /// <summary>The greater.</summary>
    Max,

    /// <summary>The mean of the ends that report the tie; an end that is silent does not count as 0.</summary>
    Mean,
}
