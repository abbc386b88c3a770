namespace Karkhana.Learning;

/// <summary>One equation of the framework: what is explained by which variables of a learning sample.</summary>
/// <param name="Name">The name of the equation: <c>effort</c>.</param>
/// <param name="Outcome">A score (<c>effort</c>), or a variable of the sample.</param>
/// <param name="Terms">Advantages (<c>EE01</c>), scores, <c>clustered</c>, controls and variables of the sample; <c>a:b</c> is the
/// product of two of them, <c>a:a</c> a square. The constant is always in.</param>
public sealed record LearningEquation(string Name, string Outcome, IReadOnlyList<string> Terms)
{
    /// <summary>Gets the variables that the terms are made of, each once.</summary>
    public IReadOnlyList<string> Variables => [.. Terms.SelectMany(Factors).Distinct()];

    /// <summary>Gets variables that the firms used must have too, so that equations can be compared on the same firms.</summary>
    public IReadOnlyList<string> AlsoKnown { get; init; } = [];

    /// <summary>Gets the variables that firms may lack: a value that is missing is drawn given all that the equation holds. Never the outcome.</summary>
    /// <value>None unless set: a firm without a value is not used.</value>
    public IReadOnlyList<string> Imputed { get; init; } = [];

    /// <summary>Gets the terms of interest, which get a p-value of their own where places are few.</summary>
    public IReadOnlyList<string> Tested { get; init; } = [];

    /// <summary>Gives the factors of a term.</summary>
    /// <param name="term">The term.</param>
    /// <returns>One name, or two for a product.</returns>
    public static string[] Factors(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        return term.Split(':');
    }
}
