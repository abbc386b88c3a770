using System.Globalization;
using System.Text;
using Karkhana.Data.Surveys;

namespace Karkhana.Tests.Data.Surveys;

/// <summary>The page on the item bank, written from the bank.</summary>
internal static class ItemBankPage
{
    private static readonly Dictionary<string, string> Blocks = new(StringComparer.Ordinal)
    {
        ["F"] = "firm and owner",
        ["C"] = "capability",
        ["E"] = "effort",
        ["X"] = "sources of knowledge",
        ["A"] = "absorptive capacity",
        ["M"] = "mechanisms",
        ["J"] = "joint action",
        ["N"] = "network roster",
        ["P"] = "performance",
        ["L"] = "skilled labour",
        ["I"] = "inputs",
        ["V"] = "division of labour",
        ["T"] = "transactions",
        ["B"] = "buyers",
        ["G"] = "shared and scarce services",
        ["U"] = "users",
        ["O"] = "observing others",
        ["W"] = "workers and their knowledge",
        ["K"] = "help",
        ["R"] = "rivals",
        ["Q"] = "following others",
        ["Y"] = "starting",
        ["H"] = "visitors",
        ["D"] = "rents",
        ["Z"] = "imitation and lock-in",
        ["S"] = "trust and market",
    };

    public static string Of(ItemBank bank, string introduction)
    {
        StringBuilder page = new(introduction);
        page.Append(CultureInfo.InvariantCulture, $"\nVersion {bank.Version}, {bank.Items.Count} items.\n");
        foreach (IGrouping<string, BankItem> block in bank.Items.GroupBy(item => item.Item.Block))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### Block {block.Key}: {Blocks[block.Key]}\n\n");
            page.Append("| item | construct | scale | reads | question |\n|---|---|---|---|---|\n");
            foreach (BankItem item in block)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {item.Item.Id} | {Construct(item.Item)} | {Scale(item)} | {Reads(item)} | {item.Item.Labels["en"]} |\n");
            }
        }

        page.Append("\n## Anchors\n\n| set | steps |\n|---|---|\n");
        foreach (string set in bank.AnchorSets)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {set} | {string.Join("; ", bank.AnchorsOf(set).Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Value} {step.Labels["en"]}")))} |\n");
        }

        return page.ToString();
    }

    private static string Construct(SurveyItem item) =>
        item.Function.Length == 0 ? item.Construct : string.Create(CultureInfo.InvariantCulture, $"{item.Construct}: {item.Function} {item.Complexity}");

    private static string Scale(BankItem item)
    {
        string ends = double.IsNaN(item.Item.Minimum) && double.IsNaN(item.Item.Maximum) ? ""
            : string.Create(CultureInfo.InvariantCulture, $" {item.Item.Minimum} to {(double.IsNaN(item.Item.Maximum) ? "open" : item.Item.Maximum)}");
        return $"{item.Item.Scale}{ends}{(item.Anchors.Length > 0 ? $", {item.Anchors}" : "")}";
    }

    private static string Reads(BankItem item)
    {
        string[] parts =
        [
            item.Item.Reverse ? "reverse" : "",
            item.Item.IsAttentionCheck ? string.Create(CultureInfo.InvariantCulture, $"check, {item.Item.Expected} expected") : "",
            item.AppliesTo,
        ];
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }
}
