using Karkhana.Data.Studies;
using Karkhana.Data.Ties;
using Karkhana.Diagnosis;
using Karkhana.Simulation;

namespace Karkhana.Scenarios;

/// <summary>What the firms of a study do in the chain of production, as its industries and its ties of given-out work say.</summary>
internal static class StudyStages
{
    /// <summary>Gives the stage of each firm in focus.</summary>
    /// <remarks>What the study says of the firm's industry comes first: a process specialist, a dealer, a supplier of inputs (who makes components). Else
    /// a firm that works for more firms than work for it makes components, and any other puts products together.</remarks>
    /// <param name="findings">What the diagnosis found.</param>
    /// <returns>One stage per firm.</returns>
    public static FirmStage[] Of(Findings findings)
    {
        Study study = findings.Study;
        int[] balance = new int[study.Firms.Count];
        if (study.Ties is { } ties)
        {
            for (int tie = 0; tie < ties.Count; tie++)
            {
                if (ties.Kinds[tie] == TieKinds.Subcontract && ties.Values[tie] > 0)
                {
                    balance[ties.From[tie]]++;
                    balance[ties.To[tie]]--;
                }
            }
        }

        return [.. findings.Focus.Firms.Select(firm => RoleOf(study, firm) switch
        {
            IndustryRole.ProcessSpecialist => FirmStage.ProcessSpecialist,
            IndustryRole.Dealer => FirmStage.Dealer,
            IndustryRole.InputSupplier => FirmStage.ComponentMaker,
            _ => balance[firm] > 0 ? FirmStage.ComponentMaker : FirmStage.Assembler,
        })];
    }

    private static IndustryRole RoleOf(Study study, int firm) => study.Industries is { } industries && study.Firms.Industries.Length > 0
        ? industries.RoleOf(study.Firms.Industries[firm])
        : IndustryRole.None;
}
