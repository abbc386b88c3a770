namespace Karkhana.Methods.Networks;

/// <summary>Against whose ties the value of a tie is held.</summary>
public enum StrengthSide
{
    /// <summary>The ties that the sender sends.</summary>
    Out,

    /// <summary>The ties that the receiver receives.</summary>
    In,
}
