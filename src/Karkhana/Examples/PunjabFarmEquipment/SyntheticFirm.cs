namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>A firm that does not exist.</summary>
/// <param name="Id">A code: <c>F001</c>.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Trade">What it makes.</param>
/// <param name="Workers">How many work there.</param>
/// <param name="Clustered">Whether it stands in a cluster of its trade; known for implement makers only.</param>
/// <param name="YearStarted">When it began.</param>
/// <param name="Schooling">The owner's schooling as a share of the longest.</param>
/// <param name="Experience">The owner's years in the trade.</param>
internal sealed record SyntheticFirm(
    string Id, Location Place, string Trade, int Workers, bool? Clustered, int YearStarted, double Schooling, double Experience)
{
    /// <summary>Gets the owner's years of schooling.</summary>
    public int SchoolingYears => (int)Math.Round(FirmParameters.MostSchooling * Schooling);
}
