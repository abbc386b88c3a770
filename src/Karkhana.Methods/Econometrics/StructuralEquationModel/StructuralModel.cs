namespace Karkhana.Methods.Econometrics;

/// <summary>Factors, regressions and covariances of a structural equation model.</summary>
/// <remarks>
/// Parameters are named factor=~indicator, outcome~predictor and a~~b. Without being listed, the model has the variances of
/// all variables that something explains, and variances and covariances of the factors that nothing explains.
/// </remarks>
public sealed record StructuralModel
{
    /// <summary>Gets the indicators of each factor: columns, or other factors.</summary>
    /// <value>Empty unless set.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Measurement { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Gets the predictors of each outcome; both are columns or factors.</summary>
    /// <value>Empty unless set.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Regression { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Gets the pairs whose (residual) covariance is free beside those that are free anyhow.</summary>
    /// <value>Empty unless set.</value>
    public IReadOnlyList<IReadOnlyList<string>> Covariance { get; init; } = [];

    /// <summary>Gets sums of products of parameters and numbers, by the name of the sum.</summary>
    /// <value>Empty unless set: {"indirect": [["m~x", "y~m"]]}.</value>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Defined { get; init; } =
        new Dictionary<string, IReadOnlyList<IReadOnlyList<string>>>();

    /// <summary>Gets the parameters that are held at a number.</summary>
    /// <value>Empty unless set.</value>
    public IReadOnlyDictionary<string, double> Fixed { get; init; } = new Dictionary<string, double>();

    /// <summary>Gets the groups of parameters that are equal.</summary>
    /// <value>Empty unless set.</value>
    public IReadOnlyList<IReadOnlyList<string>> Equal { get; init; } = [];

    /// <summary>Reads a model from text.</summary>
    /// <remarks>
    /// One formula per line (or between semicolons), # begins a comment: <c>factor =~ x1 + x2</c>, <c>outcome ~ x + z</c>,
    /// <c>a ~~ b</c>, <c>name := a*b + c</c>. Before a variable may stand a number that holds its parameter or a label:
    /// <c>y ~ a*x + 0.5*z</c>; parameters with one label are equal, and := speaks of them by label or by name.
    /// </remarks>
    /// <param name="text">The formulas.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">A line that is no formula; the message names it.</exception>
    public static StructuralModel Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ModelSyntax.Read(text);
    }
}
