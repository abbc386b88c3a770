namespace Karkhana.Methods.Experiments;

/// <summary>What is believed of a parameter before the data are seen.</summary>
public enum PriorShape
{
    /// <summary>Each value between the bounds alike.</summary>
    Uniform,

    /// <summary>Each value of the logarithm between the bounds alike; the lower bound is positive.</summary>
    LogUniform,

    /// <summary>Normal with a mean and a standard deviation, cut off at the bounds.</summary>
    Normal,
}
