using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>The parameters of a distribution as they were given by name.</summary>
internal sealed class NamedParameters
{
    private const double LeastShape = 1e-6;
    private const double MostShape = 1e10;

    private readonly IReadOnlyDictionary<string, double> _given;

    /// <summary>Takes the parameters and refuses a name that is missing or too many.</summary>
    public NamedParameters(DistributionName distribution, IReadOnlyDictionary<string, double> given, params string[] names)
    {
        _given = given;
        bool same = given.Count == names.Length && names.All(given.ContainsKey);
        Require.That(
            same, "parameters",
            $"of {distribution} must be {string.Join(", ", names)}; given were {(given.Count == 0 ? "none" : string.Join(", ", given.Keys))}");
    }

    /// <summary>Gives a parameter that may be any number.</summary>
    public double Finite(string name) => Within(name, double.IsFinite(_given[name]), "must be finite");

    /// <summary>Gives a scale: finite and positive.</summary>
    public double Scale(string name) => Within(name, double.IsFinite(_given[name]) && _given[name] > 0, "must be finite and positive");

    /// <summary>Gives a shape, within the range in which both tails keep their precision.</summary>
    public double Shape(string name) => Within(
        name, _given[name] is >= LeastShape and <= MostShape, FormattableString.Invariant($"must lie in [{LeastShape}, {MostShape}]"));

    /// <summary>Gives a whole number from 0 to the greatest one.</summary>
    public double Count(string name, double most) => Within(
        name, _given[name] >= 0 && _given[name] <= most && Math.Floor(_given[name]) == _given[name],
        FormattableString.Invariant($"must be a whole number in [0, {most}]"));

    /// <summary>Gives a probability.</summary>
    public double Probability(string name) => Within(name, _given[name] is >= 0 and <= 1, "must lie in [0, 1]");

    private double Within(string name, bool holds, string rule)
    {
        double value = _given[name];
        Require.That(holds, name, holds ? "" : FormattableString.Invariant($"{rule}; it was {value}"));
        return value;
    }
}
