namespace Karkhana.Methods.Experiments;

/// <summary>Which outcomes are better.</summary>
public enum OutcomeDirection
{
    /// <summary>Greater ones: income, learning.</summary>
    Greater,

    /// <summary>Smaller ones: cost, failures.</summary>
    Less,
}
