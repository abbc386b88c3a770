using Karkhana.Core.Documents;
using Karkhana.Learning;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Who does the processes of firms that sell where quality is specified; nothing where the survey does not ask.</summary>
internal static class MakeOrBuyBlocks
{
    private const string Claim = "advantage-profile";

    public static IEnumerable<Block> Compose(MakeOrBuyResult? result)
    {
        if (result is null)
        {
            yield break;
        }

        ProcessPurchase all = result.All;
        if (all.Slope is not { } slope)
        {
            yield return new ParagraphBlock([Sentence.Of("make_or_buy.not_estimated", ("firms", all.Firms))], Tone.Caution);
            yield break;
        }

        yield return new ParagraphBlock(
        [
            Sentence.Of(
                all.Verdict switch
                {
                    Verdict.Supported => "make_or_buy.fewer",
                    Verdict.NotSupported => "make_or_buy.more",
                    _ => "make_or_buy.unclear",
                },
                ("firms", all.Firms), ("bought", all.ShareBought), ("odds", Math.Exp(slope.Estimates[0])), ("low", Math.Exp(slope.ConfidenceLow[0])), ("high", Math.Exp(slope.ConfidenceHigh[0])))
                .Claiming(Claim),
            Sentence.Of("make_or_buy.processes", ("clear", result.Processes.Skip(1).Count(row => row.Verdict != Verdict.CannotTell)), ("all", result.Processes.Count - 1)).Claiming(Claim),
        ], Tone.Finding);
        yield return new ParagraphBlock(
        [
            .. result.Held.Contains(LearningControls.Size) ? [Sentence.Of("make_or_buy.size_held").Claiming(Claim)] : Array.Empty<Sentence>(), Sentence.Of("make_or_buy.reading").Claiming(Claim),
            .. all.Places == 0 ? [Sentence.Of("make_or_buy.errors_of_firms").Claiming(Claim)] : Array.Empty<Sentence>(),
        ]);
    }
}
