using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>The specialisation of regions as a measure.</summary>
public static class RegionalSpecialisationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<ActivityTable, RegionalSpecialisationOptions, RegionalSpecialisationResult>(
            "concentration.regional-specialisation",
            "Specialisation and diversity indices of each region.",
            RegionalSpecialisation.Source,
            [ActivityTable.Spec],
            [
                new OutputSpec("region", OutputShape.Vector, "codes"),
                new OutputSpec("krugman", OutputShape.Vector, "0 to 2, against all regions together"),
                new OutputSpec("specialisation_coefficient", OutputShape.Vector, "0 to 1"),
                new OutputSpec("herfindahl", OutputShape.Vector, "0 to 1"),
                new OutputSpec("average_location_quotient", OutputShape.Vector, "at least 1"),
                new OutputSpec("hachman", OutputShape.Vector, "0 to 1"),
                new OutputSpec("entropy", OutputShape.Vector, "nats or bits"),
                new OutputSpec("simpson", OutputShape.Vector, "0 to 1"),
                new OutputSpec("inverse_simpson", OutputShape.Vector, "effective number of industries"),
                new OutputSpec("richness", OutputShape.Vector, "number of industries present"),
            ],
            ActivityTable.Read,
            RegionalSpecialisation.Estimate);
}
