namespace Karkhana.Methods.Experiments;

/// <summary>How far a run lies from what was observed: by summaries, or by the estimates of the parameters that they give.</summary>
internal sealed class RunDistance
{
    private readonly IReadOnlyList<ObservedSummary> _observed;
    private readonly SummaryRegression? _regression;
    private readonly double[] _target;

    private RunDistance(IReadOnlyList<ObservedSummary> observed, SummaryRegression? regression, int parameters)
    {
        _observed = observed;
        _regression = regression;
        _target = new double[parameters];
        regression?.Predict([.. observed.Select(summary => summary.Value)], _target);
    }

    /// <summary>Learns the distance from runs of the prior.</summary>
    public static RunDistance Of(SearchProblem problem, Particles pilot)
    {
        SummaryRegression? regression = problem.Options.Statistics == SearchStatistics.Summaries ? null : Regression(problem, pilot);
        return new RunDistance(problem.Observed, regression, problem.Prior.Parameters.Count);
    }

    /// <summary>Gets the distance: Σ of squares, in standard errors of the summaries or in standard deviations that the estimates leave open.</summary>
    public double Of(ReadOnlySpan<double> simulated)
    {
        if (_regression is null)
        {
            return ObservedSummary.Distance(_observed, simulated);
        }

        Span<double> estimates = stackalloc double[_target.Length];
        _regression.Predict(simulated, estimates);
        double distance = 0;
        for (int i = 0; i < estimates.Length; i++)
        {
            double deviation = (estimates[i] - _target[i]) / _regression.ResidualDeviation[i];
            distance += deviation * deviation;
        }

        return double.IsNaN(distance) ? double.PositiveInfinity : distance;
    }

    private static SummaryRegression? Regression(SearchProblem problem, Particles pilot)
    {
        int[] used = problem.Used;
        int[] whole = [.. Enumerable.Range(0, pilot.Count).Where(run => used.All(place => double.IsFinite(pilot.Summaries[run][place])))];
        double[] weights = new double[whole.Length];
        Array.Fill(weights, 1);
        SummaryRegression? fitted = whole.Length == 0 ? null : SummaryRegression.Fit(
            used, [.. whole.Select(run => pilot.Summaries[run])], [.. whole.Select(run => pilot.Scores[run])], weights, squares: true);
        return fitted?.ResidualDeviation.All(deviation => deviation > 0) == true ? fitted : null;
    }
}
