namespace Karkhana.Policy;

/// <summary>How a portfolio is chosen.</summary>
public enum ChoiceMethod
{
    /// <summary>Branch and bound: no set that fits is worth more.</summary>
    Exact,

    /// <summary>By value per cost, one after another.</summary>
    Greedy,
}
