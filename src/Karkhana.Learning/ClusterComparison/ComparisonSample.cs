using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>The firms of one comparison with draws of their true scores.</summary>
internal sealed class ComparisonSample
{
    public const string Status = "clustered";

    private readonly LearningVariables _variables;
    private readonly LearningFit _adjusted;
    private readonly string[] _places;

    /// <param name="variables">The variables of all firms.</param>
    /// <param name="adjusted">The regression of the outcome on status and covariates, which names firms and covariates.</param>
    /// <param name="draws">The number of draws where something is measured with error.</param>
    public ComparisonSample(LearningVariables variables, LearningFit adjusted, int draws)
    {
        (_variables, _adjusted) = (variables, adjusted);
        int[] rows = [.. adjusted.Firms];
        TrueScores scores = new(variables, adjusted.Equation, rows);
        Draws = scores.AreKnown ? [scores.Observed()] : [.. Enumerable.Range(0, draws).Select(scores.Draw)];
        Covariates = [.. adjusted.Equation.Terms.Where(term => term != Status && adjusted.Coefficients.Find(term) >= 0)];
        LearningSample sample = variables.Sample;
        _places = PlaceCodes.Of(sample, rows);
        Places = _places.Distinct().Count();
        HasPlacesOfBothKinds = new[] { true, false }.All(
            kind => rows.Zip(_places).Where(pair => sample.Clustered[pair.First] == kind).Select(pair => pair.Second).Distinct().Count() > 1);
    }

    public IReadOnlyList<Dictionary<string, double[]>> Draws { get; }

    public IReadOnlyList<string> Covariates { get; }

    public int Places { get; }

    /// <summary>Gets a value indicating whether at least two places hold clustered and two hold dispersed firms, so that one can be left out.</summary>
    public bool HasPlacesOfBothKinds { get; }

    public string Outcome => _adjusted.Equation.Outcome;

    public ulong Seed => _variables.Sample.Seed;

    public TreatmentSample Treatment(Dictionary<string, double[]> draw) => new(
        Observations(draw) with { Clusters = HasPlacesOfBothKinds ? [_places] : [] }, draw[Status])
    {
        Outcome = draw[Outcome],
    };

    /// <summary>Gives outcome, status and covariates of a draw, with places where there are enough to resample them.</summary>
    public RegressionSample Observations(Dictionary<string, double[]> draw) => new(Table.Of(
        "comparison", [.. Covariates.Prepend(Status).Prepend(Outcome).Select(name => Column.Of(name, draw[name]))]))
    {
        Clusters = Places >= LearningEquations.LeastPlaces ? [_places] : [],
    };
}
