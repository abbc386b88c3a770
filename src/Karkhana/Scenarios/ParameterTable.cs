using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Methods.Experiments;

namespace Karkhana.Scenarios;

/// <summary>The parameters that vary: where their draws come from and what they are.</summary>
internal static class ParameterTable
{
    public static Table Of(PolicySimulationResult simulation)
    {
        IReadOnlyList<ParameterPrior> priors = simulation.Priors.Parameters;
        HashSet<string> searched = [.. simulation.Calibration?.Screening.Where(one => one.Searched).Select(one => one.Name) ?? []];
        double[][] draws = [.. priors.Select(prior => simulation.Parameters.Values[prior.Name].Order().ToArray())];
        return Table.Of(
            "scenario_parameters",
            Column.Of("term", priors.Select(prior => (string?)prior.Name), "Parameter", "Parameter of the model."),
            Column.Of("basis", priors.Select(prior => (string?)Basis(prior, searched)), "From", "Where its draws come from."),
            Column.Of("low", priors.Select(prior => prior.Low), "Least", "", "Least value that the model allows."),
            Column.Of("high", priors.Select(prior => prior.High), "Most", "", "Greatest value."),
            Column.Of("estimate", draws.Select(values => Sums.Mean(values)), "Mean", "", "Mean of the draws.", recommended: true),
            Column.Of("conf_low", draws.Select(values => Quantiles.Type7(values, 0.025)), "Draws from", "", "2.5 % quantile of the draws."),
            Column.Of("conf_high", draws.Select(values => Quantiles.Type7(values, 0.975)), "Draws to", "", "97.5 % quantile of the draws."));
    }

    /// <summary>Gives the calibrated parameters of which three quarters of the draws lie in the lowest or the highest tenth of what the model allows.</summary>
    public static IReadOnlyList<string> AtEdge(PolicySimulationResult simulation) =>
    [
        .. simulation.Priors.Parameters
            .Where(prior => simulation.Calibration?.Screening.Any(one => one.Searched && one.Name == prior.Name) == true
                && IsAtEdge(simulation.Parameters.Values[prior.Name], prior.Low, prior.High))
            .Select(prior => prior.Name),
    ];

    /// <summary>Says whether three quarters of the draws lie in the lowest or the highest tenth of a range.</summary>
    public static bool IsAtEdge(IReadOnlyList<double> draws, double low, double high)
    {
        const double Tenth = 0.1;
        const double Most = 0.75;
        double room = Tenth * (high - low);
        return Math.Max(draws.Count(value => value <= low + room), draws.Count(value => value >= high - room)) >= Most * draws.Count;
    }

    private static string Basis(ParameterPrior prior, HashSet<string> searched) =>
        searched.Contains(prior.Name) ? "calibrated to this study"
        : prior.Shape == PriorShape.Normal ? "estimated on this study"
        : "range of the model, an assumption";
}
