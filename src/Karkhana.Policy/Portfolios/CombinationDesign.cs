namespace Karkhana.Policy;

/// <summary>Which sets of chosen policies are simulated together (framework 5.12, SC10).</summary>
public enum CombinationDesign
{
    /// <summary>Each policy alone and every two of them.</summary>
    Pairs,

    /// <summary>All sets of four policies, from doing nothing to all four: 2⁴ runs.</summary>
    Factorial,
}
