namespace Karkhana.Methods.Econometrics;

/// <summary>Which column is explained by which.</summary>
public sealed record ModelSpecification
{
    /// <summary>Gets the column that is explained.</summary>
    /// <value>Required.</value>
    public required string Outcome { get; init; }

    /// <summary>Gets the columns that explain, already transformed.</summary>
    /// <value>Required; may be empty.</value>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Gets a value indicating whether a constant is in the model.</summary>
    /// <value>True unless set.</value>
    public bool Intercept { get; init; } = true;

    /// <summary>Gets the categorical terms, each with the level that the others are compared with.</summary>
    /// <value>Empty unless set; every other level becomes a 0/1 term <c>column=level</c>.</value>
    public IReadOnlyDictionary<string, string> Categorical { get; init; } = new Dictionary<string, string>();
}
