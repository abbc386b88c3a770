namespace Karkhana.Methods.Experiments;

/// <summary>On which side of a threshold an outcome is of interest.</summary>
public enum ThresholdSide
{
    /// <summary>At the threshold or above it.</summary>
    AtLeast,

    /// <summary>At the threshold or below it.</summary>
    AtMost,
}
