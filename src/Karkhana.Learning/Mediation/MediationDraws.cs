using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>The firms of one chain of equations with draws of their true scores, ready to be resampled.</summary>
internal sealed class MediationDraws
{
    private readonly LearningSample _sample;
    private readonly LearningEquation _equation;
    private readonly int[] _rows;
    private readonly string[] _places;

    /// <param name="variables">The variables of all firms.</param>
    /// <param name="equation">The last equation of the chain, which names all variables.</param>
    /// <param name="options">The number of draws.</param>
    public MediationDraws(LearningVariables variables, LearningEquation equation, EquationOptions options)
    {
        (_sample, _equation) = (variables.Sample, equation);
        _rows = LearningEquations.CompleteRows(variables, equation);
        _places = PlaceCodes.Of(_sample, _rows);
        if (_rows.Length >= Math.Max(options.LeastFirms, equation.Terms.Count + 10))
        {
            TrueScores scores = new(variables, equation, _rows);
            double[][] exposure = [.. _rows.Select(row => new[] { variables.Of(equation.Terms[0])[row] })];
            IsOfPlaces = _places.Zip(exposure).GroupBy(pair => pair.First).All(place => place.Select(pair => pair.Second[0]).Distinct().Take(2).Count() == 1);
            Samples = [.. (scores.AreKnown ? [scores.Observed()] : Enumerable.Range(0, options.Draws).Select(scores.Draw)).Select(Sample)];
        }
    }

    /// <summary>Gets one sample per draw; none when too few firms have all values.</summary>
    public IReadOnlyList<BootstrapSample> Samples { get; } = [];

    public int Firms => _rows.Length;

    /// <summary>Gets the number of places that are resampled; 0 when firms are, for want of places.</summary>
    public int Places => _places.Distinct().Count() is >= LearningEquations.LeastPlaces and int places ? places : 0;

    /// <summary>Gets a value indicating whether all firms of a place have the same exposure.</summary>
    public bool IsOfPlaces { get; }

    private BootstrapSample Sample(Dictionary<string, double[]> draw) => new(
        new RegressionSample(Table.Of(
            "mediation", [.. _equation.Variables.Prepend(_equation.Outcome).Select(name => Column.Of(name, draw[name]))]))
        {
            Weights = _sample.Weights.Count == 0 ? null : [.. _rows.Select(row => _sample.Weights[row])],
            Clusters = Places > 0 ? [_places] : [],
        });
}
