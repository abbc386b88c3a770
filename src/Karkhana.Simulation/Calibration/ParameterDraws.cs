using Karkhana.Core.Errors;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>Draws of the parameters that may vary, for scenarios.</summary>
/// <param name="Parameters">The parameters, a set per draw.</param>
/// <param name="Values">The values by name, one per draw.</param>
public sealed record ParameterDraws(
    IReadOnlyList<ClusterParameters> Parameters, IReadOnlyDictionary<string, IReadOnlyList<double>> Values)
{
    /// <summary>Draws from what is believed before any calibration.</summary>
    /// <param name="prior">The priors.</param>
    /// <param name="others">The parameters that do not vary.</param>
    /// <param name="count">How many, from 1 to 1,000,000.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The draws.</returns>
    public static ParameterDraws FromPrior(JointPrior prior, ClusterParameters others, int count, ulong seed = 2003)
    {
        ArgumentNullException.ThrowIfNull(prior);
        Require.Between(count, 1, 1_000_000, nameof(count));
        AddressedDraw draw = new(seed, 0);
        return Of(prior, others, [.. Enumerable.Range(0, count).Select(number => FromPrior(prior, draw, number))]);
    }

    /// <summary>Draws one set of values.</summary>
    internal static double[] FromPrior(JointPrior prior, AddressedDraw draw, int number)
    {
        double[] independent = new double[prior.Parameters.Count];
        for (int parameter = 0; parameter < independent.Length; parameter++)
        {
            independent[parameter] = draw.Gaussian(RandomPurpose.ParameterDraw, number, parameter);
        }

        double[] values = new double[independent.Length];
        prior.Draw(independent, values);
        return values;
    }

    internal static ParameterDraws Of(JointPrior prior, ClusterParameters others, double[][] rows)
    {
        string[] names = [.. prior.Parameters.Select(parameter => parameter.Name)];
        return new ParameterDraws(
            [.. rows.Select(row => ModelParameter.Apply(others, names, row))],
            names.Select((name, position) => (name, position)).ToDictionary(
                pair => pair.name, pair => (IReadOnlyList<double>)[.. rows.Select(row => row[pair.position])]));
    }
}
