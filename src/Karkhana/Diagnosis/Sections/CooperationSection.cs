using Karkhana.Core.Documents;

namespace Karkhana.Diagnosis.Sections;

/// <summary>What firms have from being together and from acting together, who takes part, and how that goes with
/// performance.</summary>
internal static class CooperationSection
{
    public static Section Compose(Findings findings) => findings.Cooperation is not { } cooperation
        ? new Section("cooperation", [new ParagraphBlock([Sentence.Of("cooperation.none")], Tone.Caution)])
        : new Section(
            "cooperation",
            [.. ProfileBlocks.Compose(findings, cooperation), .. SelectivityBlocks.Compose(findings, cooperation), .. PerformanceBlocks.Compose(cooperation), .. MakeOrBuyBlocks.Compose(findings.MakeOrBuy)]);
}
