namespace Karkhana.CollectiveEfficiency;

/// <summary>When a tie that only one end reports is taken to be there.</summary>
public enum ReconciliationRule
{
    /// <summary>A tie is there when either end reports it.</summary>
    Union,

    /// <summary>A tie is there when both ends report it.</summary>
    Intersection,

    /// <summary>The end whose other reports are confirmed more often is believed.</summary>
    ReporterWeighted,
}
