using Karkhana.Core.Errors;
using Karkhana.Core.Randomness;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>What a calibration found.</summary>
public sealed record ClusterCalibrationResult : ITidyResult
{
    /// <summary>Gets what was believed of all parameters that may vary.</summary>
    public required JointPrior Prior { get; init; }

    /// <summary>Gets the parameters that were not varied.</summary>
    public required ClusterParameters Others { get; init; }

    /// <summary>Gets what the screening found, in the order of the prior.</summary>
    public required IReadOnlyList<ScreenedParameter> Screening { get; init; }

    /// <summary>Gets the posterior of those that were searched for.</summary>
    public required ApproximateBayesianComputationResult Posterior { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Draws parameters for scenarios: searched ones from the posterior by weight, the others from their priors given those.</summary>
    /// <remarks>Systematic resampling of the sets (Kitagawa 1996), which gives every set its share of the draws within one.</remarks>
    /// <param name="count">How many, from 1 to 1,000,000.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The draws, with the values of all parameters that vary.</returns>
    public ParameterDraws Draw(int count, ulong seed = 2003)
    {
        Require.Between(count, 1, 1_000_000, nameof(count));
        AddressedDraw draw = new(seed, 0);
        double offset = draw.Uniform(RandomPurpose.CalibrationMove, 0, 0);
        int set = 0;
        double passed = Posterior.Weights[0];
        double[][] rows = new double[count][];
        ConditionalPrior rest = Prior.Given([.. Enumerable.Range(0, Screening.Count).Where(parameter => Screening[parameter].Searched)]);
        for (int i = 0; i < count; i++)
        {
            double share = (i + offset) / count;
            while (passed < share && set < Posterior.Weights.Count - 1)
            {
                passed += Posterior.Weights[++set];
            }

            int number = i;
            rows[i] = rest.Complete(Posterior.Values[set], parameter => draw.Gaussian(RandomPurpose.ParameterDraw, number, parameter));
        }

        return ParameterDraws.Of(Prior, Others, rows);
    }

    /// <inheritdoc/>
    public Table ToTable() => Posterior.ToTable();

    /// <summary>Gives the screening.</summary>
    /// <returns>The table <c>screening</c>.</returns>
    public Table ToScreening() => Table.Of(
        "screening",
        Column.Of("term", Screening.Select(parameter => parameter.Name), "Parameter", "Parameter of the model."),
        Column.Of("summary", Screening.Select(parameter => parameter.Summary), "Shows in", "Observable of whose spread it makes the greatest share."),
        Column.Of("share", Screening.Select(parameter => parameter.Share), "Share of spread", "share", "Its part of the spread that all parameters and the error of observation give that observable.", recommended: true),
        Column.Of("mu_star", Screening.Select(parameter => parameter.Effect), "μ*", "standard errors", "Mean absolute effect of its range on that observable."),
        Column.Of("conf_low", Screening.Select(parameter => parameter.Low), "From", "standard errors", "Lower limit of μ*, 95 %."),
        Column.Of("conf_high", Screening.Select(parameter => parameter.High), "To", "standard errors", "Upper limit of μ*, 95 %."),
        Column.Of("sigma", Screening.Select(parameter => parameter.Spread), "σ", "standard errors", "How far the effect depends on the other parameters, or is not linear."),
        Column.Of("searched", Screening.Select(parameter => parameter.Searched), "Searched", "Whether it is searched for; the others keep their priors."));
}
