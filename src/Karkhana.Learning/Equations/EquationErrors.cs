using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Regresses with the standard errors that were asked for.</summary>
internal sealed class EquationErrors(LearningSample sample, int[] rows, ErrorDependence errors, EquationOptions options)
{
    private const double MetresPerKilometre = 1000;
    private const int FewestPlaces = 2;

    // With fewer there are too few ways to turn their signs.
    private const int FewestPlacesTested = 5;
    private const int WildDraws = 1999;
    private const string OutcomeColumn = "outcome";

    // Draws are shared out already; threads within one would only get in each other's way.
    private static readonly ExecutionOptions OnOneThread = new() { Workers = 1 };

    private readonly double[]? _weights = sample.Weights.Count == 0 ? null : [.. rows.Select(row => sample.Weights[row])];
    private readonly string[] _places = [.. rows.Select(row => sample.Places[row])];
    private readonly double[] _x = sample.Points.Count == 0 ? [] : [.. rows.Select(row => sample.Points[row].X)];
    private readonly double[] _y = sample.Points.Count == 0 ? [] : [.. rows.Select(row => sample.Points[row].Y)];

    /// <summary>Regresses on one draw of the true scores.</summary>
    public EquationRun Run(LearningEquation equation, Dictionary<string, double[]> values)
    {
        LinearModel model = Fit(equation, values);
        return Run(model) with { WildPValues = TestsPlaces(equation) ? model.WildPValues(_places, equation.Tested, WildDraws, OnOneThread) : [] };
    }

    /// <summary>Whether places are so few that the tested terms get a p-value by the wild cluster bootstrap, and not too few for one.</summary>
    public bool TestsPlaces(LearningEquation equation) =>
        equation.Tested.Count > 0 && _places.Distinct().Take(FewPlaces.Enough).Count() is >= FewestPlacesTested and < FewPlaces.Enough;

    /// <summary>Fits on one draw of the true scores.</summary>
    public LinearModel Fit(LearningEquation equation, Dictionary<string, double[]> values)
    {
        Table table = Table.Of("learning",
        [
            Column.Of(OutcomeColumn, values[equation.Outcome]),
            .. equation.Terms.Select(term => Column.Of(term, TrueScores.Term(term, values))),
        ]);
        return LinearModel.Of(
            new RegressionSample(table) { Weights = _weights }, new ModelSpecification { Outcome = OutcomeColumn, Terms = equation.Terms });
    }

    /// <summary>Gives a fit its errors.</summary>
    public EquationRun Run(LinearModel model)
    {
        CoefficientCovariance covariance = errors switch
        {
            ErrorDependence.WithinPlaces => model.Clustered([_places], ClusterCorrection.Cr2, ClusterDegrees.Satterthwaite),
            ErrorDependence.InSpace => InSpace(model),
            _ => model.Covariance(CovarianceEstimator.Hc3),
        };
        return new EquationRun(model.Coefficients(covariance, options.Level), covariance.Values, model.Fit.RSquared, model.Residuals);
    }

    // Conley's estimate knows no small samples and need not be positive: term by term it is raised to the independent errors where it falls
    // below them, and tested with one degree of freedom less than there are places.
    private CoefficientCovariance InSpace(LinearModel model)
    {
        CoefficientCovariance independent = model.Covariance(CovarianceEstimator.Hc3);
        CoefficientCovariance spatial = model.Spatial(
            _x, _y, new SpatialDecay { Distance = CoordinateDistance.Euclidean, Cutoff = options.CutoffKilometres * MetresPerKilometre }, OnOneThread);
        int terms = model.Terms.Count;
        double Variance(CoefficientCovariance covariance, int term) => covariance.Values[(term * terms) + term];
        int places = _places.Distinct().Count();
        double[] degrees = [.. independent.DegreesOfFreedom.Select(own => places >= FewestPlaces ? Math.Min(own, places - 1) : own)];
        double[] raise = [.. Enumerable.Range(0, terms).Select(term => Variance(spatial, term) > 0
            ? Math.Sqrt(Math.Max(1, Variance(independent, term) / Variance(spatial, term)))
            : 0)];
        double[] values = [.. spatial.Values.Select((value, cell) => value * raise[cell / terms] * raise[cell % terms])];
        foreach (int term in Enumerable.Range(0, terms).Where(term => raise[term] == 0))
        {
            values[(term * terms) + term] = Variance(independent, term);
        }

        return spatial with { Values = values, DegreesOfFreedom = degrees };
    }
}
