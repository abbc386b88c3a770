using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>The industries of a register as numbers, with the group of each.</summary>
/// <param name="Codes">The number of the industry of each establishment.</param>
/// <param name="Groups">The number of the group of each industry.</param>
/// <param name="HasGroups">Whether any group differs from its industry.</param>
internal sealed record IndustryCodes(int[] Codes, int[] Groups, bool HasGroups)
{
    public static IndustryCodes Of(FirmRegister firms, IndustryTable? industries)
    {
        Dictionary<string, int> codes = new(StringComparer.Ordinal);
        Dictionary<string, int> groups = new(StringComparer.Ordinal);
        List<int> groupOf = [];
        bool hasGroups = false;
        int[] all = new int[firms.Count];
        for (int firm = 0; firm < all.Length; firm++)
        {
            string industry = firms.Industries[firm];
            if (!codes.TryGetValue(industry, out all[firm]))
            {
                all[firm] = codes[industry] = codes.Count;
                string group = industries?.Of(industry).Group ?? industry;
                groups.TryAdd(group, groups.Count);
                groupOf.Add(groups[group]);
                hasGroups |= group != industry;
            }
        }

        return new IndustryCodes(all, [.. groupOf], hasGroups);
    }
}
