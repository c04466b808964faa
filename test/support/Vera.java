// Turn FLAVOUR=FILE arguments into verdicts, a line each: flavour, rule, number of failures, example; tab-separated. No line: it conforms.
// rules=FLAVOUR prints the ids of the flavour's rules instead, one a line.
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;

public class Vera {
  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      if (parts[0].equals("rules")) {
        for (Rule rule : Profiles.getVeraProfileDirectory().getValidationProfileByFlavour(PDFAFlavour.byFlavourId(parts[1])).getRules()) {
          System.out.println(rule.getRuleId().getClause() + "-" + rule.getRuleId().getTestNumber());
        }
        continue;
      }
      PDFAFlavour flavour = PDFAFlavour.byFlavourId(parts[0]);
      try (InputStream file = new FileInputStream(parts[1]);
          PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
          PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        report(parts[0], validator.validate(parser));
      }
      System.out.println(parts[0] + "\tdone");
    }
  }

  private static void report(String flavour, ValidationResult result) {
    Map<RuleId, String> examples = new HashMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        examples.putIfAbsent(assertion.getRuleId(), assertion.getMessage() + " " + assertion.getLocation().getContext());
      }
    }
    for (Map.Entry<RuleId, Integer> failure : result.getFailedChecks().entrySet()) {
      RuleId rule = failure.getKey();
      String example = examples.getOrDefault(rule, "").replaceAll("\\s+", " ");
      System.out.println(flavour + "\t" + rule.getClause() + "-" + rule.getTestNumber() + "\t" + failure.getValue() + "\t" + example);
    }
    if (!result.isCompliant() && result.getFailedChecks().isEmpty()) System.out.println(flavour + "\tnot compliant\t1\t");
  }
}
