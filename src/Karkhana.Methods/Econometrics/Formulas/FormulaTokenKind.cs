namespace Karkhana.Methods.Econometrics;

/// <summary>The kinds of pieces that a formula has.</summary>
internal enum FormulaTokenKind
{
    /// <summary>The name of a column.</summary>
    Name,

    /// <summary>A word that begins with a digit.</summary>
    Number,

    /// <summary>A text between quotes.</summary>
    Text,

    /// <summary>One of the signs ~ + - : * ( ) , |.</summary>
    Sign,

    /// <summary>The end of the formula.</summary>
    End,
}
