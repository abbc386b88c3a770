namespace Karkhana.Methods.Econometrics;

/// <summary>One equation of a system; it has a constant.</summary>
public sealed record SystemEquation
{
    /// <summary>Gets the name, which comes before its terms.</summary>
    /// <value>Required; unique in the system.</value>
    public required string Name { get; init; }

    /// <summary>Gets the column that is explained.</summary>
    /// <value>Required.</value>
    public required string Outcome { get; init; }

    /// <summary>Gets the columns that explain; <c>a:b</c> is a product.</summary>
    /// <value>Required; may be empty.</value>
    public required IReadOnlyList<string> Terms { get; init; }
}
