namespace Karkhana.Simulation;

/// <summary>Where the advantages that the model treats by name stand among a population's advantages; −1 for those it lacks.</summary>
/// <param name="ObservationImitation">EE08: moves with the density of firms.</param>
/// <param name="Rivalry">EE11: moves with the density of firms of the same product; acts as an inverted U.</param>
/// <param name="OutsideSources">EE14: moves with links that lead outside.</param>
/// <param name="Backward">JA01: moves with ties to suppliers.</param>
/// <param name="Forward">JA02: moves with ties of given-out work.</param>
/// <param name="Bilateral">JA03: moves with knowledge and kin ties.</param>
/// <param name="Multilateral">JA05: moves with ties of associations; pools the least effort.</param>
/// <param name="OutsideBridging">JA07: moves with links that lead outside.</param>
/// <param name="Congestion">DE01: moves with the density of workers.</param>
internal sealed record AdvantageIndex(
    int ObservationImitation, int Rivalry, int OutsideSources, int Backward, int Forward, int Bilateral, int Multilateral,
    int OutsideBridging, int Congestion)
{
    /// <summary>Finds them.</summary>
    /// <param name="advantages">The population's advantages.</param>
    /// <returns>Their positions.</returns>
    public static AdvantageIndex Of(IReadOnlyList<AdvantageStrength> advantages)
    {
        int PositionOf(string id)
        {
            for (int position = 0; position < advantages.Count; position++)
            {
                if (advantages[position].Id == id)
                {
                    return position;
                }
            }

            return -1;
        }

        return new AdvantageIndex(
            PositionOf("EE08"), PositionOf("EE11"), PositionOf("EE14"), PositionOf("JA01"), PositionOf("JA02"),
            PositionOf("JA03"), PositionOf("JA05"), PositionOf("JA07"), PositionOf("DE01"));
    }
}
