using Karkhana.Core.Errors;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>A parameter of the model that can be searched for, with the range of framework 5.10.</summary>
public sealed class ModelParameter
{
    private readonly Func<ClusterParameters, double, ClusterParameters> _set;

    private ModelParameter(ParameterPrior prior, Func<ClusterParameters, double, ClusterParameters> set)
    {
        Prior = prior;
        _set = set;
    }

    /// <summary>Gets all parameters that can be searched for.</summary>
    public static IReadOnlyList<ModelParameter> All { get; } =
    [
        Even("Curvature", 0.2, 0.6, (parameters, value) => parameters with { Curvature = value }),
        Even("Depreciation", 0.005, 0.04, (parameters, value) => parameters with { Depreciation = value }),
        EvenInLogarithm("BaseEffectiveness", 0.02, 0.1, (parameters, value) => parameters with { BaseEffectiveness = value }),
        EvenInLogarithm("BaseIncentive", 3, 30, (parameters, value) => parameters with { BaseIncentive = value }),
        Even("IncentiveSpread", 0.2, 0.8, (parameters, value) => parameters with { IncentiveSpread = value }),
        Even("LeastScale", 0, 0.15, (parameters, value) => parameters with { LeastScale = value }),
        EvenInLogarithm("SlackAtTenWorkers", 0.05, 0.4, (parameters, value) => parameters with { SlackAtTenWorkers = value }),
        Even("SlackSizeElasticity", 0.5, 1.1, (parameters, value) => parameters with { SlackSizeElasticity = value }),
        Even("CostScale", 0, 0.5, (parameters, value) => parameters with { CostScale = value }),
        Even("EffectivenessScale", 0, 0.5, (parameters, value) => parameters with { EffectivenessScale = value }),
        Even("IncentiveScale", 0, 0.5, (parameters, value) => parameters with { IncentiveScale = value }),
        Even("ResourceScale", 0, 0.5, (parameters, value) => parameters with { ResourceScale = value }),
        Even("AbsorptionScale", 0, 1, (parameters, value) => parameters with { AbsorptionScale = value }),
        Even("InflowWithoutAbsorption", 0, 0.3, (parameters, value) => parameters with { InflowWithoutAbsorption = value }),
        Even("PassiveRate", 0, 0.1, (parameters, value) => parameters with { PassiveRate = value }),
        Even("InteractiveRate", 0.01, 0.15, (parameters, value) => parameters with { InteractiveRate = value }),
        EvenInLogarithm("GeographicDecay", 0.5, 20, (parameters, value) => parameters with { GeographicDecay = value }),
        Even("OutsideRate", 0, 0.05, (parameters, value) => parameters with { OutsideRate = value }),
        Even("WorkerMobility", 0.01, 0.08, (parameters, value) => parameters with { WorkerMobility = value }),
        Even("KnowledgePerMove", 0, 0.3, (parameters, value) => parameters with { KnowledgePerMove = value }),
        EvenInLogarithm("CopyingSpeed", 0.05, 1, (parameters, value) => parameters with { CopyingSpeed = value }),
        Even("GroupExponent", 0.5, 1, (parameters, value) => parameters with { GroupExponent = value }),
        Even("SpinOffShare", 0.1, 0.8, (parameters, value) => parameters with { SpinOffShare = value }),
        Even("FrontierGrowth", 0, 0.01, (parameters, value) => parameters with { FrontierGrowth = value }),
        Even("CostElasticity", 0.1, 0.6, (parameters, value) => parameters with { CostElasticity = value }),
        Even("AdoptionBarrier", 0, 0.2, (parameters, value) => parameters with { AdoptionBarrier = value }),
    ];

    /// <summary>Gets the name: that of the property of <see cref="ClusterParameters"/>.</summary>
    public string Name => Prior.Name;

    /// <summary>Gets the prior over its range, where no study says more.</summary>
    public ParameterPrior Prior { get; }

    /// <summary>Finds a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The parameter.</returns>
    /// <exception cref="ArgumentException">No parameter that can be searched for has the name.</exception>
    public static ModelParameter Find(string name)
    {
        ModelParameter? found = All.FirstOrDefault(parameter => parameter.Name == name);
        Require.That(found is not null, nameof(name), $"must be one of {string.Join(", ", All.Select(parameter => parameter.Name))}; it was {name}");
        return found!;
    }

    /// <summary>Sets parameters by name.</summary>
    /// <param name="parameters">Where to start.</param>
    /// <param name="names">The names.</param>
    /// <param name="values">A value per name.</param>
    /// <returns>The parameters with these values.</returns>
    public static ClusterParameters Apply(ClusterParameters parameters, IReadOnlyList<string> names, ReadOnlySpan<double> values)
    {
        ArgumentNullException.ThrowIfNull(names);
        Require.SameLength(names.Count, values.Length, nameof(values));
        for (int i = 0; i < names.Count; i++)
        {
            parameters = Find(names[i])._set(parameters, values[i]);
        }

        return parameters;
    }

    private static ModelParameter Even(
        string name, double low, double high, Func<ClusterParameters, double, ClusterParameters> set) =>
        new(new ParameterPrior { Name = name, Low = low, High = high }, set);

    private static ModelParameter EvenInLogarithm(
        string name, double low, double high, Func<ClusterParameters, double, ClusterParameters> set) =>
        new(new ParameterPrior { Name = name, Shape = PriorShape.LogUniform, Low = low, High = high }, set);
}
