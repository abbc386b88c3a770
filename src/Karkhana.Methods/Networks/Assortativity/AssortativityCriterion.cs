namespace Karkhana.Methods.Networks;

/// <summary>By what nodes are compared with those they are tied to.</summary>
public enum AssortativityCriterion
{
    /// <summary>The number of ties.</summary>
    Degree,

    /// <summary>The summed value of ties.</summary>
    Strength,

    /// <summary>A number given for each node.</summary>
    Value,

    /// <summary>A group given for each node.</summary>
    Group,
}
