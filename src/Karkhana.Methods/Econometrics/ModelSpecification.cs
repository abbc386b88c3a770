namespace Karkhana.Methods.Econometrics;

/// <summary>Which column is explained by which.</summary>
public sealed record ModelSpecification
{
    /// <summary>Gets the column that is explained.</summary>
    /// <value>Required.</value>
    public required string Outcome { get; init; }

    /// <summary>Gets the columns that explain, already transformed; <c>a:b</c> is the product of two of them.</summary>
    /// <value>Required; may be empty.</value>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Gets a value indicating whether a constant is in the model.</summary>
    /// <value>True unless set.</value>
    public bool Intercept { get; init; } = true;

    /// <summary>Gets the categorical terms, each with the level that the others are compared with; an empty text takes
    /// the first level.</summary>
    /// <value>Empty unless set; every other level becomes a 0/1 term <c>column=level</c>.</value>
    public IReadOnlyDictionary<string, string> Categorical { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the columns whose levels are absorbed as fixed effects, by the regressions that absorb.</summary>
    /// <value>Empty unless set.</value>
    public IReadOnlyList<string> Absorb { get; init; } = [];

    /// <summary>Reads a model from a formula.</summary>
    /// <remarks>
    /// <c>y ~ a + b</c>; <c>a:b</c> is the product of a and b; <c>a*b</c> is a + b + a:b; brackets group; <c>- 1</c> or
    /// <c>+ 0</c> leaves the constant out; <c>factor(town)</c> makes a column categorical, compared with its first level,
    /// <c>factor(town, "B")</c> with level B; after a bar come the columns that are absorbed as fixed effects:
    /// <c>y ~ a | firm + year</c>. A name with other signs than letters, digits, points and underscores stands between
    /// backticks. Terms come in the order of their number of factors. Functions such as log are refused: transform the
    /// column first. Source: Wilkinson and Rogers 1973, doi:10.2307/2346786.
    /// </remarks>
    /// <param name="formula">The formula.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">The formula cannot be read; the message names the place.</exception>
    public static ModelSpecification Parse(string formula) => FormulaParser.Model(formula);
}
