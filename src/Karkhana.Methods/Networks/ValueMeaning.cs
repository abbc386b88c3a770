namespace Karkhana.Methods.Networks;

/// <summary>What the value of a tie says.</summary>
public enum ValueMeaning
{
    /// <summary>The greater, the closer: the tie has length 1 / value on a path.</summary>
    Strength,

    /// <summary>The greater, the farther: the tie has the strength 1 / value.</summary>
    Length,
}
