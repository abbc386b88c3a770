namespace Karkhana.Methods.Econometrics;

/// <summary>Which column is explained by which, and what stands in for the regressors that may go with the error.</summary>
public sealed record TwoStageSpecification
{
    /// <summary>Gets the column that is explained.</summary>
    /// <value>Required.</value>
    public required string Outcome { get; init; }

    /// <summary>Gets the regressors that are their own instruments; <c>a:b</c> is a product.</summary>
    /// <value>Empty unless set.</value>
    public IReadOnlyList<string> Exogenous { get; init; } = [];

    /// <summary>Gets the regressors that may go with the error.</summary>
    /// <value>Required; at least one.</value>
    public required IReadOnlyList<string> Endogenous { get; init; }

    /// <summary>Gets the instruments that are not regressors.</summary>
    /// <value>Required; at least as many as endogenous regressors.</value>
    public required IReadOnlyList<string> Instruments { get; init; }

    /// <summary>Gets a value indicating whether a constant is in the model.</summary>
    /// <value>True unless set; of no use with absorbed fixed effects.</value>
    public bool Intercept { get; init; } = true;

    /// <summary>Gets the categorical terms, each with the level that the others are compared with; an empty text takes
    /// the first level.</summary>
    /// <value>Empty unless set.</value>
    public IReadOnlyDictionary<string, string> Categorical { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the columns whose levels are absorbed as fixed effects.</summary>
    /// <value>Empty unless set; at most two, together with those of the sample.</value>
    public IReadOnlyList<string> Absorb { get; init; } = [];

    /// <summary>Reads a model from a formula.</summary>
    /// <remarks><c>y ~ exogenous | endogenous ~ instruments</c>, or with fixed effects
    /// <c>y ~ exogenous | firm + year | endogenous ~ instruments</c>; <c>y ~ 1 | x ~ z</c> has no exogenous regressor
    /// but the constant. The terms are those of <see cref="ModelSpecification.Parse"/>.</remarks>
    /// <param name="formula">The formula.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">The formula cannot be read; the message names the place.</exception>
    public static TwoStageSpecification Parse(string formula) => FormulaParser.TwoStage(formula);

    internal ModelSpecification Terms(IReadOnlyList<string> terms, bool intercept) => new()
    {
        Outcome = Outcome,
        Terms = terms,
        Intercept = intercept,
        Categorical = Categorical,
    };
}
