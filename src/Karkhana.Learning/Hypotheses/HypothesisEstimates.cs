using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>Makes the estimates that hypotheses speak of, and keeps what was missing.</summary>
internal sealed class HypothesisEstimates(
    LearningVariables variables, HypothesisOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
{
    private readonly string[] _controls = LearningRegressions.Controls(variables);
    private readonly string[] _status = LearningRegressions.StatusTerm(variables.Sample);
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private readonly List<LearningFit> _fits = [];
    private int _hypothesis;
    private int _products;

    public LearningVariables Variables => variables;

    public IReadOnlyList<string> Controls => _controls;

    public IReadOnlyList<string> Status => _status;

    /// <summary>Gets the equations estimated so far.</summary>
    public IReadOnlyList<LearningFit> Fits => _fits;

    /// <summary>Gets what the estimates asked for so far lacked, and forgets it.</summary>
    public string? TakeMissing()
    {
        string? missing = _missing.Count == 0 ? null : string.Join(", ", _missing);
        _missing.Clear();
        return missing;
    }

    /// <summary>Gets or sets where the association of the hypothesis turns.</summary>
    public TurningPoint? Turning { get; set; }

    /// <summary>Begins a hypothesis: its draws are addressed by its number, so that none moves those of another.</summary>
    public void Begin(int hypothesis) => (_hypothesis, _products, Turning) = (hypothesis, 0, null);

    /// <summary>Notes what is missing for an estimate.</summary>
    public IEnumerable<HypothesisPart> Lacking(string what)
    {
        _missing.Add(what);
        return [];
    }

    /// <summary>Estimates an equation, controls held equal; null with the reason kept.</summary>
    public LearningFit? Fit(string outcome, IEnumerable<string> terms, bool holdStatus = true)
    {
        string[] own = [.. terms];
        string[] held = [.. _controls.Concat(holdStatus ? _status : []).Where(name => name != outcome && !own.Contains(name))];
        LearningEquation equation = new(outcome, outcome, [.. own, .. held]) { Tested = own };
        string[] unknown = [.. equation.Variables.Prepend(outcome).Where(name => !variables.HasValues(name))];
        if (unknown.Length > 0)
        {
            _missing.UnionWith(unknown);
            return null;
        }

        LearningFit? fit = LearningEquations.Estimate(variables, equation, options.Equations, execution, cancellationToken);
        if (fit is null)
        {
            _missing.Add($"firms with {string.Join(", ", own.Prepend(outcome))}");
        }
        else
        {
            _fits.Add(fit);
        }

        return fit;
    }

    /// <summary>Compares the shares of an outcome that two groups of variables explain.</summary>
    public IEnumerable<HypothesisPart> Explained(string outcome, string[] first, string[] second, string name) =>
        ExplainedVariance.Difference((variables, outcome), first, second, options, name, execution, cancellationToken) is { } part
            ? [part]
            : Lacking("firms with all of owner, firm and exposures");

    /// <summary>Gives the product of two slopes of two equations.</summary>
    public IEnumerable<HypothesisPart> Product(LearningFit? first, string term, LearningFit? second, string through, Expectation expected)
    {
        if (first is null || second is null || first.Coefficients.Find(term) is not (>= 0 and int left)
            || second.Coefficients.Find(through) is not (>= 0 and int right))
        {
            return [];
        }

        int address = NextAddress();
        double[] draws = [.. Draws(first, term, address, 0).Zip(Draws(second, through, address, 1), (a, b) => a * b)];
        return [HypothesisParts.Drawn(
            $"{second.Equation.Outcome} ~ {through} ~ {term}", expected,
            first.Coefficients.Estimates[left] * second.Coefficients.Estimates[right], draws,
            Math.Max(first.Coefficients.PValues[left], second.Coefficients.PValues[right]),
            Math.Min(first.Firms.Count, second.Firms.Count)) with { Factors = 2 }];
    }

    /// <summary>Gives the paths of an index through some channels less those through others.</summary>
    public IEnumerable<HypothesisPart> Channels(string index, LearningChannel[] more, LearningChannel[] less)
    {
        ChannelAccountOptions account = new() { Equations = options.Equations, PathDraws = options.Draws };
        AdvantageEquations? equations = variables.HasValues(index)
            ? AdvantageEquations.Estimate(variables, index, account, execution, cancellationToken) : null;
        LearningChannel[] asked = [.. more, .. less];
        LearningChannel[] lacking = [.. asked.Where(channel => equations?.EffortChannels.Contains(channel) != true)];
        if (equations is null || lacking.Length > 0)
        {
            _missing.UnionWith(lacking.Select(ChannelConstruct.Of));
            return [];
        }

        _fits.AddRange(equations.All);
        AdvantagePaths paths = new(equations, account, variables.Sample.Seed, NextAddress());
        (double estimate, double[] draws) = paths.Contrast(more, less);
        return [HypothesisParts.Drawn($"{index}: {Named(more)} − {Named(less)}", Expectation.Positive, estimate, draws, TwoSided(draws), equations.Firms) with { Factors = 3 }];
    }

    private static string Named(LearningChannel[] channels) => string.Join(" + ", channels.Select(channel => Words.Of(channel)));

    private static double TwoSided(double[] draws)
    {
        double below = (draws.Count(draw => draw <= 0) + 1.0) / (draws.Length + 1.0);
        return Math.Min(1, 2 * Math.Min(below, 1 - below + (1.0 / (draws.Length + 1.0))));
    }

    private double[] Draws(LearningFit fit, string term, int address, int equation) => new CoefficientDraws(
        fit, [term], options.Draws, new RandomStream(variables.Sample.Seed, RandomPurpose.ChannelPaths, address, equation)).Of(term);

    // Beyond the addresses of the advantages of the account.
    private int NextAddress() => 1000 + (10 * _hypothesis) + _products++;
}
