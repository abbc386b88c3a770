namespace Karkhana.Data.Ties;

/// <summary>Which firms are in which associations: a network of two modes.</summary>
/// <param name="Associations">The associations, in the order of their first member.</param>
/// <param name="Members">The firm of each membership, as a position in the register.</param>
/// <param name="MemberOf">The association of each membership, as a position in
/// <paramref name="Associations"/>.</param>
public sealed record MembershipTable(
    IReadOnlyList<string> Associations, IReadOnlyList<int> Members, IReadOnlyList<int> MemberOf)
{
    /// <summary>Gets the number of memberships.</summary>
    public int Count => Members.Count;

    /// <summary>Gives the firms that share an association, with how many they share.</summary>
    /// <remarks>Cost: the sum of squared sizes of the associations.</remarks>
    /// <returns>Pairs of firms, the lower position first.</returns>
    public IReadOnlyDictionary<(int First, int Second), int> SharedAssociations()
    {
        Dictionary<(int, int), int> shared = [];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, Count).GroupBy(row => MemberOf[row], row => Members[row]))
        {
            int[] firms = [.. group.Order()];
            for (int i = 0; i < firms.Length; i++)
            {
                for (int j = i + 1; j < firms.Length; j++)
                {
                    shared[(firms[i], firms[j])] = shared.GetValueOrDefault((firms[i], firms[j])) + 1;
                }
            }
        }

        return shared;
    }
}
