namespace Karkhana.Methods.Experiments;

/// <summary>How far pairs of autocorrelations are summed.</summary>
public enum LagSequence
{
    /// <summary>While they are not negative.</summary>
    InitialPositive,

    /// <summary>While they are not negative, none counting more than the one before it.</summary>
    InitialMonotone,
}
