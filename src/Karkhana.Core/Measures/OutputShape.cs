namespace Karkhana.Core.Measures;

/// <summary>The shape of a measure's output.</summary>
public enum OutputShape
{
    /// <summary>One number or text.</summary>
    Scalar,

    /// <summary>A row of numbers or texts, aligned with the label vectors of the same measure.</summary>
    Vector,

    /// <summary>Numbers by row label and column label.</summary>
    Matrix,
}
