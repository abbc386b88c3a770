namespace Karkhana.Examples.PunjabFarmEquipment;

/// <summary>The texts of the study that people read first.</summary>
internal static class StudyTexts
{
    public static string Settings(string seed) => $"""
        # Farm equipment making in Punjab, Pakistan: an example study.
        # EVERY ROW ABOUT A FIRM IS SYNTHETIC. README.md says what is published and what is made up.

        [study]
        name = "punjab-farm-equipment"
        title = "Farm equipment making in Punjab, Pakistan (synthetic firms)"
        seed = {seed}                   # every random draw of the diagnosis starts here
        currency = "PKR"
        history = "punjab"            # tubewells and zero-till drills, simulated beside the levers

        [firms]                       # the register: one row per establishment
        file = "firms.csv"
        id = "firm_id"
        latitude = "lat"              # degrees, WGS 84; no point is a real address
        longitude = "lon"
        industry = "trade"            # "farm equipment" is the trade of the study
        employment = "workers"
        place = "town"                # "Okara (rural)": in the countryside, nearest to Okara
        clustered = "clustered"       # known for makers; empty for other trades

        [ties]                        # one row per directed tie: from gives, to receives
        file = "ties.csv"
        from = "from"
        to = "to"
        kind = "kind"                 # advice, subcontract, kinship
        value = "value"               # 1 to 3

        [survey]                      # one row per interview, one column per item of the codebook
        file = "survey.csv"
        codebook = "codebook.csv"
        id = "firm_id"
        interviewer = "interviewer"   # codes, never names
        duration = "minutes"
        visit = "visit"               # 24 makers were asked a second time

        [institutions]                # published; each at the centroid of its town
        file = "institutions.csv"
        id = "institution"
        latitude = "lat"
        longitude = "lon"
        kind = "kind"

        [industries]                  # assumed: what the other trades are to farm equipment
        file = "industries.csv"
        industry = "trade"
        group = "group"
        role = "role"
        stage = "stage"

        [changes]                     # one row per technical change of a maker that answered the survey
        file = "changes.csv"
        firm = "firm_id"
        year = "year"                 # first used or sold
        type = "type"                 # product, process, organisation
        source = "source"             # who had the idea
        cost = "cost"                 # PKR
        novelty = "novelty"           # 1 new to the firm, 2 the place, 3 the country, 4 the world
        depth = "depth"               # 1 to 4
        first_year = 2003             # the years that makers were asked about
        last_year = 2012

        """.ReplaceLineEndings("\n");

    public static string Readme(string seed) => $"""
        # Farm equipment making in Punjab, Pakistan

        An example study in two layers that are never mixed.

        **Published**: `facts/`. Towns, products and prices, institutions, interventions and their cost, inputs, time series, shares
        of a survey of engineering firms, coefficients of knowledge networks elsewhere. Each row names its source and says how it
        was seen. No firm-level table of this cluster has been published; where a number is not known the cell is empty.

        **Synthetic**: `firms.csv`, `ties.csv`, `survey.csv`, `changes.csv`, `truth/`. These firms do not exist. Each row carries `synthetic = true`,
        the version of the generator and the seed; names are codes, and points are the public centroid of a town plus a random
        offset. Nothing that is computed from these files is a finding about Punjab.

        | file | what it holds |
        |---|---|
        | `study.toml` | the settings: which column is what |
        | `firms.csv` | 366 makers of farm equipment (Daska 96, Faisalabad 80, Okara 50, Mian Channu 50, dispersed 90) and 900 other establishments |
        | `ties.csv` | advice and kinship among the makers of a town, and who works for whom; `from` gives, `to` receives |
        | `survey.csv`, `codebook.csv` | the answers of 243 of the 286 makers asked (Daska, Okara, Mian Channu, dispersed), 24 second visits, and the items |
        | `changes.csv` | technical changes from 2003 to 2012 of the makers who answered the survey, with source, cost, novelty and depth |
        | `institutions.csv` | eleven institutions and four market towns of `facts/`, each at the published centroid of its town |
        | `industries.csv` | product group and role of each trade: assumed; foundries cast and general engineering machines for makers |
        | `parameters.csv` | every number that the generator uses, with its status (published Punjab, published elsewhere, assumption) and source |
        | `truth/` | what the survey tries to find out: the planted paths, the true capability, effort and regime of each maker, and how each interview went |
        | `facts/` | the published facts |

        ## What is true here by construction

        - Farm equipment, and foundries with it, cluster; food processing and auto repair stand where all activity stands.
        - Owners with more schooling settle in clusters more often and are abler: a plain comparison of clustered and dispersed makers
          overstates what the cluster does.
        - Effort follows the exact rule of the effort problem, with a smallest project and with finance; capability is that of two years
          of learning by own effort, by advice, and by what comes without either. `truth/paths.csv` lists the advantages that act.
          Market access (EE05) acts on nothing.
        - Rivalry (EE11) helps up to a point; exposure to poaching (DE02) lowers training (E5, E6).
        - Eight gatekeepers, four of them in Daska, are open to sources outside and well tied inside.
        - Item C06 is harder for dispersed makers than for clustered makers of the same capability.
        - Clustered makers bring new products more than twice as often as dispersed ones; changes of process and of organisation come
          equally often. Users are the largest source of ideas (38 percent). Depth rises with the true capability, nothing else does.
        - 6 percent of answers are missing at random; sales growth (P1) is missing for a quarter, more often where performance is good.

        - Interviewer INT4 gives one answer to all of the battery AR in most interviews, though two of its items are reverse; INT7 takes
          less than half the time of the others. Both fail more attention checks (C90 to S90). `truth/interviews.csv` lists the interviews.
          No answer to another item was touched.
        - 24 makers were asked again by another interviewer; a fifth of their answers differ, by a step or a tenth.

        What resembles published numbers: 96 makers in Daska; size classes of 89, 8 and 3 percent (fan makers nearby); 8.75 workers in a
        small firm (thresher makers in Bangladesh); shares on power, web presence, plans and certification (PIDE, BE1 to BE7);
        reciprocity of advice (printers in Hungary). Density of advice falls with the size of a group, so the mean degree was carried over.

        ## How it was made

        By the generator in `src/Karkhana/Examples/PunjabFarmEquipment`, version {PunjabStudy.GeneratorVersion}, seed {seed}. The same seed and version give the same
        bytes: `ExampleStudies.Write("{PunjabStudy.Name}", folder, {seed})`; a test compares them with this folder.

        """.ReplaceLineEndings("\n");
}
