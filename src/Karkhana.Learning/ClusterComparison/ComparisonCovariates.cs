namespace Karkhana.Learning;

/// <summary>The covariates of a comparison, parted into those that a firm may lack and those that it may not.</summary>
internal sealed class ComparisonCovariates
{
    // Beyond the constant, as an equation has them: with fewer firms a regression of a covariate on the others is a guess.
    private const int FirmsBeyondTerms = 10;

    private readonly LearningVariables _variables;

    /// <param name="variables">The variables of all firms.</param>
    /// <param name="names">The covariates.</param>
    /// <param name="outcome">What is compared.</param>
    /// <param name="mask">What the firms of the comparison alone have.</param>
    /// <param name="options">What becomes of missing values.</param>
    public ComparisonCovariates(LearningVariables variables, IReadOnlyList<string> names, string outcome, string[] mask, ClusterComparisonOptions options)
    {
        _variables = variables;
        string[] needed = options.MissingCovariates == MissingCovariates.Listwise ? [.. names] : [];
        int[] rows = Having([.. mask, outcome, .. needed]);

        // A covariate that is needed after all takes firms away, and with them what others would be learnt from.
        while (names.Except(needed).Where(name => IsLacked(name, rows) && !CanBeDrawn(name, rows, names.Count, options.MostImputed)).ToArray() is { Length: > 0 } more)
        {
            needed = [.. needed, .. more];
            rows = Having([.. mask, outcome, .. needed]);
        }

        Imputed = [.. names.Except(needed).Where(name => IsLacked(name, rows))];
        Needed = [.. names.Except(Imputed)];
    }

    /// <summary>Gets the covariates that some firms lack and of which missing values are drawn.</summary>
    public IReadOnlyList<string> Imputed { get; }

    /// <summary>Gets the covariates that all firms of the comparison must have.</summary>
    public IReadOnlyList<string> Needed { get; }

    /// <summary>Counts the firms that lack something which was drawn.</summary>
    public int Lacking(IEnumerable<int> rows) => rows.Count(row => Imputed.Any(name => double.IsNaN(_variables.Of(name)[row])));

    private int[] Having(string[] names) =>
        [.. Enumerable.Range(0, _variables.Sample.Firms.Count).Where(row => names.All(name => !double.IsNaN(_variables.Of(name)[row])))];

    private bool IsLacked(string name, int[] rows) => rows.Any(row => double.IsNaN(_variables.Of(name)[row]));

    // On both sides, for what was hardly asked of dispersed firms cannot be learnt from the clustered. Where the answers are all the same there is no spread to draw from.
    private bool CanBeDrawn(string name, int[] rows, int covariates, double most)
    {
        double[] values = _variables.Of(name);
        double[] known = [.. rows.Select(row => values[row]).Where(value => !double.IsNaN(value))];
        return known.Length >= covariates + 1 + FirmsBeyondTerms && known.Distinct().Skip(1).Any() && new[] { true, false }.All(side =>
        {
            int[] own = [.. rows.Where(row => _variables.Sample.Clustered[row] == side)];
            return own.Length > 0 && own.Count(row => double.IsNaN(values[row])) <= most * own.Length;
        });
    }
}
