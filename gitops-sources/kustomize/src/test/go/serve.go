package main

import (
	"bufio"
	"encoding/json"
	"io"
)

// serve answers each line, whatever it says; a line that is no request is answered with an error.
func serve(in io.Reader, out io.Writer) error {
	lines := bufio.NewReaderSize(in, 1<<20)
	answers := json.NewEncoder(out)
	answers.SetEscapeHTML(false)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			var asked request
			reply := answer{}
			if bad := json.Unmarshal(line, &asked); bad != nil {
				reply.Error = bad.Error()
			} else {
				reply = asked.answer()
			}
			if err := answers.Encode(reply); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}
