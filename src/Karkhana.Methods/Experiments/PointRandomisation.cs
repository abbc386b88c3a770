namespace Karkhana.Methods.Experiments;

/// <summary>What is random about a low-discrepancy sequence.</summary>
public enum PointRandomisation
{
    /// <summary>Nothing: the sequence as published.</summary>
    None,

    /// <summary>The bits of every coordinate are turned over by a pattern drawn once per dimension.</summary>
    DigitalShift,
}
